using SmartKampung.Host.Pages;

namespace SmartKampung.Tests.Host.Pages;

/// <summary>Villages edit templates, so each is hostile until proven otherwise. Every one here is stopped, and by the limit that it names.</summary>
public sealed class HostileTemplateTests
{
    const string Loops = "loops more than 10000 times";

    sealed record Secret(string Name, List<string> Tags, Dictionary<string, string> Notes, Type Kind, Func<string> Call, Stream File, int[] Numbers);

    static object Model => new
    {
        secret = new Secret("asli", ["satu", "dua"], new Dictionary<string, string> { ["kunci"] = "nilai" }, typeof(string), () => "called", Stream.Null, [1, 2]),
        tags = new List<string> { "satu", "dua" },
        village_too = PagesHost.Village,
    };

    [Theory]
    [InlineData("{{ for i in 1..100000000 }}x{{ end }}", "LoopLimit")]
    [InlineData("{{ for i in 1..5000 }}{{ for j in 1..5000 }}x{{ end }}{{ end }}", "10000")]
    [InlineData("{{ while true }}x{{ end }}", "10000")]
    [InlineData("{{ while true; end }}", "10000")]
    [InlineData("{{ i = 0; while i < 100000000; i = i + 1; end }}", "10000")]
    [InlineData("{{ for i in 1..6000; end; for i in 1..6000; end }}", Loops)]
    [InlineData("{{ tablerow i in 1..100000 }}x{{ end }}", "LoopLimit")]
    [InlineData("{{ for i in 1..9999; for j in 1..2; for k in 1..9; end; end; end }}", "10000")]
    [InlineData("{{ func f(x); f x; end; f 1 }}", "recursive depth")]
    [InlineData("{{ func f(x); (f x) + (f x); end; f 1 }}", "recursive depth")]
    [InlineData("{{ func f; f; end }}{{ f }}", "recursive depth")]
    [InlineData("{{ func a; b; end; func b; a; end; a }}", "recursive depth")]
    [InlineData("{{ include 'trial' }}", "no template")]
    [InlineData("{{ include '../../../etc/passwd' }}", "no template")]
    [InlineData("{{ include '/etc/passwd' }}", "no template")]
    [InlineData("{{ x = 'a'; for i in 1..60; x = x + x; end; x }}", "LimitToString")]
    [InlineData("{{ x = 'a'; for i in 1..9000; x = x + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; end; x }}", "too much text")]
    [InlineData("{{ 'x' * 1000000000 }}", "LimitToString")]
    [InlineData("{{ 'x' | string.pad_left 1000000000 }}", "LimitToString")]
    [InlineData("{{ 'x' | string.pad_right 1000000000 }}", "LimitToString")]
    [InlineData("{{ x = [1, 2]; for i in 1..60; x = array.concat x x; end; x.size }}", "10000")]
    [InlineData("{{ x = [1, 2]; for i in 1..60; x = array.add_range x x; end; x.size }}", "10000")]
    [InlineData("{{ x = [1, 2]; for i in 1..60; x = x + x; end; x.size }}", "10000")]
    [InlineData("{{ x = []; for i in 1..10000; x = array.add x ('x' | string.pad_left 60000); end; x.size }}", "too much text")]
    [InlineData("{{ x = []; for i in 1..10000; x[i] = 'x' | string.pad_left 60000; end; x.size }}", "too much text")]
    [InlineData("{{ x = []; x[1000000000] = 1; x.size }}", "10000")]
    [InlineData("{{ s = string.pad_left '' 20000 | string.replace ' ' 'a,'; for i in 1..10000; x = string.split s ','; end }}", "too much text")]
    [InlineData("{{ s = string.pad_left '' 20000 | string.replace ' ' 'a,'; for i in 1..10000; x = s | string.split ','; end }}", "too much text")]
    [InlineData("{{ s = string.pad_left '' 900 | string.replace ' ' 'a,'; for i in 1..10000; x = regex.split s ','; end }}", "too much text|timed out")]
    [InlineData("{{ x = [1]; x = array.insert_at x 1000000000 2; x.size }}", "10000")]
    [InlineData("{{ 1 << 1000000000 }}", "maximum supported")]
    [InlineData("{{ x = 10; for i in 1..60; x = x * x; end; x }}", "number is too large")]
    [InlineData("{{ x = 9999999999999999999999999999; for i in 1..60; x = x * x; end; x }}", "number is too large")]
    [InlineData("{{ (1..1000000000) | array.join ',' }}", "LoopLimit")]
    [InlineData("{{ (1..1000000000) | array.size }}", "LoopLimit")]
    [InlineData("{{ for i in 1..9999; for_text = 'x' | string.pad_left 60000; for_text; end }}", "too much text")]
    [InlineData("{{ x = 'x' | string.pad_left 60000 }}{{ for i in 1..5000 }}{{ x }}{{ end }}", "longer than 2 MB")]
    [InlineData("{{ capture x }}{{ for i in 1..9000 }}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{{ end }}{{ end }}{{ x }}", "2097152")]
    [InlineData("{{ capture x }}{{ for i in 1..100 }}<&<&<&<&{{ end }}{{ end }}{{ for i in 1..9000 }}{{ x }}{{ end }}", "longer than 2 MB")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '^(a+)+$' }}", "timed out")]
    [InlineData("{{ regex.replace 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '^(a+)+$' '' }}", "timed out")]
    [InlineData("{{ regex.split 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '^(a+)+$' }}", "timed out")]
    [InlineData("{{ regex.matches 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '^(a+)+$' }}", "timed out")]
    [InlineData("{{ secret.name = 'palsu' }}", "only be read")]
    [InlineData("{{ secret.tags[0] = 'palsu' }}", "only be read")]
    [InlineData("{{ tags[0] = 'palsu' }}", "only be read")]
    [InlineData("{{ secret.notes['kunci'] = 'palsu' }}", "only be read")]
    [InlineData("{{ secret.notes.kunci = 'palsu' }}", "only be read")]
    [InlineData("{{ village.name = 'palsu' }}", "only be read")]
    [InlineData("{{ village.profile.officials[0] = 1 }}", "only be read")]
    [InlineData("{{ string.upcase = 1 }}", "readonly")]
    [InlineData("{{ form.start = 1 }}", "readonly")]
    [InlineData("{{ import secret }}", "Only objects of the template")]
    [InlineData("{{ with secret; x = 1; end }}", "Must be a ScriptObject")]
    [InlineData("{{ 1 | object.eval }}", "not found")]
    [InlineData("{{ object.eval '1 + 1' }}", "not found")]
    [InlineData("{{ object.eval_template 'x' }}", "not found")]
    [InlineData("{{ 'x' | html.escape }}", "not found")]
    [InlineData("{{ math.format 1 'D999999999' }}", "not found")]
    [InlineData("{{ object.format 1 'D999999999' }}", "not found")]
    [InlineData("{{ object.from_json '[1]' }}", "not found")]
    [InlineData("{{ json_ld secret.call }}{{ secret.call.method.name.length.x.y }}{{ object.to_json secret }}", "not found")]
    [InlineData("{{ date.now }}{{ timespan.from_days 1 }}", "not found")]
    [InlineData("{{ for i in 1..3; for j in 1..3; for k in 1..3; for l in 1..3; for m in 1..3; for n in 1..3; for o in 1..3; for p in 1..3; for q in 1..3; end; end; end; end; end; end; end; end; end }}", "10000")]
    [InlineData("{{ case 1; when 1; while true; end; end }}", "10000")]
    [InlineData("{{ for i in tags; while true; continue; end; end }}", "10000")]
    [InlineData("{{ while true; break; end; while true; if false; break; end; end }}", Loops)]
    [InlineData("{{ func f(n); for i in 1..9; f n; end; end; f 1 }}", "recursive depth")]
    [InlineData("{{ f = do; f; end; f }}", "recursive depth")]
    [InlineData("{{ func f; capture x; f; end; end; f }}", "recursive depth")]
    [InlineData("{{ func f; wrap f; end; end; f }}", "recursive depth")]
    [InlineData("{{ func a(x); b x + 'aaaa'; end; func b(x); a x + x; end; a 'a' }}", "LimitToString")]
    [InlineData("{{ x = []; x[0] = x; x }}", "reference loops")]
    [InlineData("{{ x = {}; x.y = x; x }}", "reference loops")]
    [InlineData("{{ x = {}; x.y = x; x | array.join ',' }}", "reference loops")]
    [InlineData("{{ x = []; for i in 1..200; x = [x]; end; x }}", "too deeply nested")]
    [InlineData("{{ x = {}; for i in 1..200; x = { y: x }; end; x }}", "too deeply nested")]
    [InlineData("{{ x = {}; for i in 1..10000; x[i] = x; end; x }}", "reference loops")]
    [InlineData("{{ x = { a: 1 }; for i in 1..30; x = { a: x, b: x }; end; x }}", "too much text")]
    [InlineData("{{ x = { a: 1 }; for i in 1..30; x = { a: x, b: x }; end; title x }}", "too much text")]
    [InlineData("{{ x = { a: 1 }; for i in 1..30; x = { a: x, b: x }; end; x | string.upcase }}", "too much text")]
    [InlineData("{{ x = { a: 1 }; for i in 1..30; x = { a: x, b: x }; end; y = {}; y[x] = 1 }}", "too much text")]
    [InlineData("{{ x = [1]; for i in 1..30; x = [x, x]; end; json_ld x }}", "nested too deep")]
    [InlineData("{{ x = [1]; for i in 1..12; x = [x, x, x, x, x, x, x, x, x, x]; end; json_ld x }}", "steps")]
    [InlineData("{{ x = {}; for i in 1..12; x = { a: x, b: x, c: x, d: x, e: x, f: x, g: null }; end; json_ld x }}", "too long")]
    [InlineData("{{ x = '' | string.pad_left 60000; y = []; for i in 1..60; y = array.add y x; end; json_ld y }}", "too long")]
    [InlineData("{{ x = [1]; for i in 1..26; x = [x, x]; end; y = [1]; for i in 1..26; y = [y, y]; end; x == y }}", "10000")]
    [InlineData("{{ x = 'ab' | string.pad_left 60000; for i in 1..9000; y = x | string.upcase; end }}", "too much text")]
    [InlineData("{{ x = 'ab' | string.pad_left 60000; for i in 1..9000; y = x | html.strip; end }}", "too much text")]
    [InlineData("{{ x = '' | string.pad_left 60000; x | string.replace ' ' 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' }}", "LimitToString")]
    [InlineData("{{ x = '' | string.pad_left 30000; x | regex.replace ' ' 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' }}", "LimitToString")]
    [InlineData("{{ x = '' | string.pad_left 60000; for i in 1..9000; y = x | string.split ' '; end }}", "too much text")]
    [InlineData("{{ x = '' | string.pad_left 60000; for i in 1..9000; title x; crumb x x; end }}", "too much text")]
    [InlineData("{{ x = []; for i in 1..9; y = []; for j in 1..9; y = array.add y x; end; x = y; end; x | array.join ',' }}", "LimitToString")]
    [InlineData("{{ capture x; for i in 1..20; for j in 1..1000; 'x' | string.pad_left 60000; end; end; end }}", "OutputLimit")]
    [InlineData("{{ capture x; while true; capture y; end; end; end }}", "10000")]
    [InlineData("{{ x = 1; for i in 1..2000; x = x * 3; end; x }}", "number is too large")]
    [InlineData("{{ x = 1; for i in 1..9999; x = x + 1 | math.times 99999999999; end; x }}", "number is too large")]
    [InlineData("{{ 1 % 0 }}", "divide by zero")]
    [InlineData("{{ (1..1000000000) | array.reverse }}", "LoopLimit")]
    [InlineData("{{ (1..1000000000) | array.sort }}", "LoopLimit")]
    [InlineData("{{ (1..1000000000) | array.offset 999999999 | array.size }}", "LoopLimit")]
    [InlineData("{{ array.concat (1..1000000000) (1..1000000000) }}", "LoopLimit")]
    [InlineData("{{ array.any (1..1000000000) @(do; ret false; end) }}", "LoopLimit")]
    [InlineData("{{ url (1..1000000000) }}", "LoopLimit")]
    [InlineData("{{ x = [1, 2]; x[-1] = 3; x[2147483647] = 1 }}", "10000")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '^(a|aa)+$' }}", "timed out")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '(?=(a+)+$)' }}", "timed out")]
    [InlineData("{{ regex.match 'x' '(((' }}", "Invalid pattern")]
    [InlineData("{{ include 'host/../host/layout' }}", "no template")]
    [InlineData("{{ include '..\\\\..\\\\host\\\\layout' }}", "no template")]
    [InlineData("{{ include '..%2f..%2fappsettings' }}", "no template")]
    [InlineData("{{ include 'https://contoh.example/x' }}", "no template")]
    [InlineData("{{ include null }}", "no template")]
    [InlineData("{{ x = secret; x.name = 'palsu' }}", "only be read")]
    [InlineData("{{ func f(s); s.name = 'palsu'; end; f secret }}", "only be read")]
    [InlineData("{{ secret['name'] = 'palsu' }}", "only be read")]
    [InlineData("{{ secret.numbers[0] = 9 }}", "only be read")]
    [InlineData("{{ this.village.name = 'palsu' }}", "only be read")]
    [InlineData("{{ village.profile.headline.indonesian = 'palsu' }}", "readonly")]
    [InlineData("{{ readonly secret; secret = 1 }}", "readonly")]
    [InlineData("{{ array.add = 1 }}", "readonly")]
    [InlineData("{{ import village }}", "Only objects of the template")]
    [InlineData("{{ secret.get_type.assembly.load_from '/tmp/x.dll' }}", "not found")]
    [InlineData("{{ secret.file.write_byte 1 }}", "not found")]
    [InlineData("{{ array.each tags @secret }}", "not found")]
    [InlineData("{{ secret | object.typeof }}", "not found")]
    [InlineData("{{ math.random 1 2 }}", "not found")]
    public void It_is_stopped(string template, string limit)
    {
        var message = TemplateTrial.Stop(template, Model);

        Assert.Contains(limit.Split('|'), one => message.Contains(one, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{ secret.kind.assembly.location }}")]
    [InlineData("{{ secret.kind }}")]
    [InlineData("{{ secret.get_type }}")]
    [InlineData("{{ secret.equality_contract }}")]
    [InlineData("{{ secret.call }}")]
    [InlineData("{{ secret.file.length }}")]
    [InlineData("{{ secret.file }}")]
    [InlineData("{{ village_too.time_zone.id }}")]
    [InlineData("{{ t.method }}")]
    [InlineData("{{ now.utc_ticks }}")]
    public void Nothing_of_it_is_seen(string template) => Assert.Equal("", TemplateTrial.Render(template, Model));

    [Theory]
    [InlineData("{{ s = string.pad_left '' 20000 | string.replace ' ' 'a,'; for i in 1..10000; x = string.split s ','; end }}")]
    [InlineData("{{ s = string.pad_left '' 20000 | string.replace ' ' 'a,'; for i in 1..10000; x = regex.split s ','; end }}")]
    [InlineData("{{ x = []; for i in 1..10000; x = array.add x 'aaaa'; end }}")]
    [InlineData("{{ x = 1..9000; y = []; for i in 1..10000; y = array.add_range y x; y = array.sort y; end }}")]
    public void What_cuts_and_copies_is_stopped_before_it_takes_64_MB(string template)
    {
        TemplateTrial.Stop(template, Model);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TemplateTrial.Stop(template, Model);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void What_takes_too_long_is_stopped_by_the_clock()
    {
        var stopped = Assert.Throws<TemplateException>(() => TemplateTrial.Render("{{ for i in 1..100 }}x{{ end }}", time: TimeSpan.Zero));

        Assert.Contains("takes too long", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_128_KB_is_no_template() =>
        Assert.Contains("at most 128 KB", TemplateTrial.Stop(new string('x', 128 * 1024 + 1)), StringComparison.Ordinal);

    [Fact]
    public void Expressions_nested_too_deep_are_no_template() =>
        TemplateTrial.Stop("{{ " + new string('(', 20_000) + "1" + new string(')', 20_000) + " }}");

    [Fact]
    public void What_one_rendering_sets_another_does_not_see()
    {
        TemplateTrial.Render("{{ left_behind = 'x' }}{{ t = 'x' }}");

        Assert.Equal("Buku tamu", TemplateTrial.Render("{{ left_behind }}{{ t 'title' }}"));
    }

    [Fact]
    public void What_a_broken_template_leaves_behind_harms_no_later_page()
    {
        TemplateTrial.Stop("{{ left_behind = 'x' }}{{ for i in 1..9999 }}{{ capture c }}{{ include 'nothing' }}{{ end }}{{ end }}");
        TemplateTrial.Render("{{ func left_too; $block; end }}{{ wrap t }}left{{ end }}");

        Assert.Equal("[][Buku tamu]", TemplateTrial.Render("[{{ left_behind }}{{ left_too }}][{{ t 'title' }}]"));
    }

    [Fact]
    public void Each_page_counts_its_own_loops_and_steps()
    {
        var entries = Enumerable.Range(0, 9_000).Select(i => new { name = "n", message = "m" }).ToList();
        for (var page = 0; page < 5; page++) Assert.Contains("</article>", TemplateTrial.RenderOfModule("guestbook", new { entries }), StringComparison.Ordinal);
    }
}
