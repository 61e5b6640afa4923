using SmartKampung.Host.Pages;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>What came with the theme or a module is compiled; what was edited is not. Nobody sees the difference but in speed.</summary>
public sealed class CompiledTemplateTests
{
    sealed record Item(string Name, int Count, bool IsNew, LocalText Text, DateOnly Day, Html Html, string? Nothing = null);

    static object Model => new
    {
        items = new List<Item>
        {
            new("<b>", 1, true, new LocalText("satu", "one"), new DateOnly(2026, 11, 23), new Html("<i>x</i>")),
            new("", 2, false, new LocalText("dua", ""), new DateOnly(2026, 11, 24), new Html("")),
        },
        tags = new Dictionary<string, string> { ["satu"] = "1" },
        numbers = new[] { 3, 1, 2 },
        name = "Tamansari & co",
        empty = "",
        zero = 0,
        amount = 2.5m,
        nothing = (string?)null,
        kind = VillageKind.Kelurahan,
    };

    [Theory]
    [InlineData("plain {{ name }} text")]
    [InlineData("{{ name }}{{ empty }}{{ nothing }}{{ zero }}{{ amount }}{{ kind }}{{ missing }}{{ missing.more.still }}")]
    [InlineData("{{ village.name }}{{ village.district.name }}{{ village.profile.headline }}{{ lang }}{{ path }}")]
    [InlineData("{{ if name }}a{{ end }}{{ if empty }}b{{ end }}{{ if nothing }}c{{ end }}{{ if zero }}d{{ end }}{{ if items }}e{{ end }}")]
    [InlineData("{{ if empty }}a{{ else if nothing }}b{{ else if zero }}c{{ else }}d{{ end }}{{ if empty }}a{{ else }}e{{ end }}")]
    [InlineData("{{ if !empty && name }}a{{ end }}{{ if empty || nothing || name }}b{{ end }}{{ name && empty }}{{ empty || name }}{{ !name }}")]
    [InlineData("{{ zero == 0 }}{{ zero < 1 }}{{ 2 >= amount }}{{ name == \"Tamansari & co\" }}{{ name != empty }}{{ 'a' < 'b' }}{{ 'b' <= 'a' }}{{ name == 1 }}{{ nothing == null }}")]
    [InlineData("{{ for item in items }}{{ item.day > items[0].day }}{{ item.day == items[0].day }}{{ end }}")]
    [InlineData("{{ nothing ?? name }}{{ empty ?? name }}{{ missing ?? nothing ?? 'c' }}{{ zero ? 'yes' : 'no' }}{{ empty ? 'yes' : 'no' }}")]
    [InlineData("{{ 1 + 2 * 3 }}{{ 'a' + 1 }}{{ amount * 2 }}{{ 7 % 4 }}{{ -zero }}{{ (1 + 2) * 3 }}{{ 'ab' * 2 }}")]
    [InlineData("{{ for item in items }}{{ for.index }}{{ for.first }}{{ for.last }}{{ item.name }}{{ item.count }}{{ item.is_new }}{{ item.text }}{{ item.html }}{{ item.nothing }};{{ end }}{{ item }}")]
    [InlineData("{{ for item in items limit: 1 }}{{ item.count }}{{ end }}{{ for item in items offset: 1 }}{{ item.count }}{{ end }}{{ for n in numbers reversed }}{{ n }}{{ end }}")]
    [InlineData("{{ for item in nothing }}a{{ else }}b{{ end }}{{ for item in [] }}a{{ else }}b{{ end }}{{ for i in 1..3 }}{{ i }}{{ end }}")]
    [InlineData("{{ for item in items; for n in numbers; if for.last; item.count + n; end; end; end }}")]
    [InlineData("{{ for n in numbers }}{{ if n == 1 }}{{ break }}{{ end }}{{ n }}{{ end }}{{ for n in numbers }}{{ if n == 1 }}{{ continue }}{{ end }}{{ n }}{{ end }}")]
    [InlineData("a{{ ret }}b")]
    [InlineData("{{ x = 1 }}{{ for n in numbers }}{{ x = x + n }}{{ y = n }}{{ end }}{{ x }}{{ y }}{{ n }}")]
    [InlineData("{{ x = name; x += '!' }}{{ x }}{{ o = { a: 1 }; o.b = 2 }}{{ o.a }}{{ o.b }}{{ $l = 3 }}{{ $l }}")]
    [InlineData("{{ case kind }}{{ when 'desa' }}a{{ when 'x', 'kelurahan' }}b{{ else }}c{{ end }}{{ case zero }}{{ when 1 }}a{{ else }}c{{ end }}{{ case name; when 'x' }}a{{ end }}")]
    [InlineData("{{ t 'layout.home' }}{{ t ('name.' + kind) name }}{{ url '/x' }}{{ url ('/' + name) }}{{ number amount }}{{ date items[0].day 'long' }}")]
    [InlineData("{{ title name }}{{ crumb 'a' '/b' }}{{ asset 'x.css' }}{{ asset missing }}{{ picture nothing class: 'a' }}")]
    [InlineData("{{ include 'part' text: name }}{{ part = include 'part' text: items[0].name }}{{ part }}{{ text }}")]
    [InlineData("{{ name | string.upcase }}{{ name | string.size }}{{ items.size }}{{ numbers | array.sort | array.join '-' }}{{ name.size }}")]
    [InlineData("{{ capture c }}<p>{{ name }}</p>{{ end }}{{ c }}{{ func show(x) }}<u>{{ x }}</u>{{ end }}{{ show name }}{{ show name | string.size }}")]
    [InlineData("{{ url = 'hidden' }}{{ url }}{{ for t in numbers }}{{ t }}{{ end }}{{ with tags }}{{ satu }}{{ end }}")]
    [InlineData("  {{ if name }}\n    {{ name }}\n  {{- end }}\n  {{~ name ~}}  \n{{ tags.satu }}{{ tags['satu'] }}{{ numbers[1] }}{{ items[1].text }}")]
    [InlineData("{{ while zero < 3; zero = zero + 1; zero; end }}{{ i = 0 }}{{ tablerow n in numbers }}{{ n }}{{ end }}")]
    [InlineData("{{ # a comment }}{{ now.year }}{{ items }}{{ true }}{{ null }}{{ 'it''s' }}{{ form }}")]
    public void A_compiled_template_writes_what_an_edited_one_does(string template) => Assert.Equal(Outcome(() => TemplateTrial.Render(template, Model)), Outcome(() => TemplateTrial.RenderTrusted(template, Model)));

    [Theory]
    [InlineData("{{ for i in 1..5000 }}{{ for j in 1..5000 }}x{{ end }}{{ end }}", "10000")]
    [InlineData("{{ for i in 1..6000 }}{{ end }}{{ for i in 1..6000 }}{{ end }}", "loops more than 10000 times")]
    [InlineData("{{ include 'trial' }}", "recursive depth")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }}{{ for i in 1..9000 }}{{ x = x + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }}{{ end }}", "too much text")]
    [InlineData("{{ for i in 1..9000 }}{{ t 'layout.home' 1 2 3 }}{{ x = name * 100 }}{{ end }}", "too much text")]
    [InlineData("{{ for i in 1..200 }}{{ 'a' * 20000 }}{{ end }}", "longer than 2 MB")]
    [InlineData("{{ village.name = 'x' }}", "can only be read")]
    public void It_is_stopped_by_the_same_limits(string template, string reason) =>
        Assert.Contains(reason, Assert.Throws<TemplateException>(() => TemplateTrial.RenderTrusted(template, Model)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a\n{{ if name }}\n{{ picture 1 }}{{ include 'missing' }}{{ end }}", 3)]
    [InlineData("a\n{{ name / 2 }}", 2)]
    [InlineData("{{ for n in numbers }}\n\n{{ json_ld 1 }}{{ field name }}{{ end }}", 3)]
    public void The_line_that_failed_is_told(string template, int line) => Assert.Equal(line, Assert.Throws<TemplateException>(() => TemplateTrial.RenderTrusted(template, Model)).Line);

    static string Outcome(Func<string> render)
    {
        try
        {
            return render();
        }
        catch (TemplateException failure)
        {
            return failure.Reason;
        }
    }
}
