using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Privacy;
using SmartKampung.Tests.Host.Accounts;

namespace SmartKampung.Tests.Host.Privacy;

public sealed class NoticeTests(PrivacyHost privacy) : IClassFixture<PrivacyHost>
{
    const string Edit = "kelola/data-pribadi/pemberitahuan";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Slug => privacy.Entry(PrivacyHost.Village).Slug;

    [Theory]
    [InlineData("", "Pemberitahuan privasi", "Paper")]
    [InlineData("/en", "Privacy notice", "Paper")]
    public async Task Notice_tells_what_modules_mark_as_personal(string language, string title, string kept)
    {
        foreach (var place in new[] { $"/{Slug}", "" })
        {
            var page = await privacy.Host.Anonymous.GetStringAsync(new Uri($"{place}{language}/privasi", UriKind.Relative), Stop);
            Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
            Assert.Contains(kept, page, StringComparison.Ordinal);
        }

        var without = privacy.Entry(TestHost.DemoCode).Slug;
        Assert.DoesNotContain(kept, await privacy.Host.Anonymous.GetStringAsync(new Uri($"/{without}{language}/privasi", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_leads_to_the_notice()
    {
        foreach (var path in new[] { "/", $"/{Slug}", "/masuk" })
            Assert.Contains("/privasi\"", await privacy.Host.Anonymous.GetStringAsync(new Uri(path, UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_village_are_shown_escaped_in_its_notice_alone_and_make_a_new_version()
    {
        using var staff = await privacy.SignInAsync(Roles.Secretary, PrivacyHost.Neighbour);
        var there = privacy.Entry(PrivacyHost.Neighbour).Slug;
        var (notices, scope) = (privacy.Host.Services.GetRequiredService<Notices>(), privacy.ScopeOf(PrivacyHost.Neighbour));
        var before = await notices.VersionAsync(scope, Stop);

        await staff.SubmitAsync($"/{there}/{Edit}", $"/{there}/{Edit}", HttpStatusCode.SeeOther, ("version", "0"), ("text", "Kami <i>menjaga</i> data."), ("text_en", ""), ("contact", "Bu Carik"));

        Assert.Contains("Kami &lt;i&gt;menjaga&lt;/i&gt; data.", await privacy.Host.Anonymous.GetStringAsync(new Uri($"/{there}/privasi", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Bu Carik", await privacy.Host.Anonymous.GetStringAsync(new Uri($"/{Slug}/privasi", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.NotEqual(before, await notices.VersionAsync(scope, Stop));
        var late = await staff.SubmitAsync($"/{there}/{Edit}", $"/{there}/{Edit}", HttpStatusCode.UnprocessableEntity, ("version", "0"), ("text", "Versi lain"), ("text_en", ""), ("contact", ""));
        Assert.Contains("menjaga", late.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("", 0)]
    public async Task Consent_is_kept_where_it_was_given_with_its_day_and_the_notice(string ticked, int kept)
    {
        var login = $"{Guid.NewGuid():N}@contoh.id";
        using var visitor = new Visitor(privacy.Host);
        var slip = await privacy.Host.MakeSlipAsync(scope: privacy.ScopeOf(PrivacyHost.Village).ToString());
        using var made = await visitor.SubmitAsync($"/slip?kode={slip}", ("name", "Ayu"), ("login", login), ("password", Accounts.People.Password), ("news_consent", ticked));

        var consents = await OfAsync(login);
        Assert.Equal(kept, consents.Count);
        Assert.All(consents, consent => Assert.Equal((privacy.Host.Clock.GetUtcNow(), "2026-11.0.0", null), (consent.GivenAt, consent.NoticeVersion, consent.WithdrawnAt)));
    }

    [Fact]
    public async Task Consent_is_taken_back_and_given_again_and_both_stay_told()
    {
        using var person = await privacy.SignInAsync(Roles.Resident, PrivacyHost.Village);
        foreach (var path in new[] { "", "", "/tarik", "/tarik", "" })
            await person.SubmitAsync("/akun/data-pribadi", $"/akun/data-pribadi/persetujuan{path}", HttpStatusCode.SeeOther);

        var consents = await OfAsync(person.Account.Login);
        Assert.Equal([false, true], consents.Select(consent => consent.WithdrawnAt is null));
        Assert.Contains("2026-11.0.0", (await person.OpenAsync("/akun/data-pribadi")).Body!.TextContent, StringComparison.Ordinal);
    }

    async Task<IReadOnlyList<Consent>> OfAsync(string login)
    {
        var account = await privacy.Host.Services.GetRequiredService<AccountDocuments>().OpenSession().Query<Account>().Where(account => account.LoginKey == login).FirstOrDefaultAsync(Stop);
        return await privacy.Host.Services.GetRequiredService<Consents>().OfAsync(account!.Id, Stop);
    }
}
