using System.Net;
using System.Text.RegularExpressions;
using SmartKampung.Tests.Host.Background;

namespace SmartKampung.Tests.Host.Accounts.Lost;

/// <summary>Each with a login of its own.</summary>
public sealed partial class ForgottenPasswordTests(MailingHost mailing) : IClassFixture<MailingHost>
{
    const string Fresh = "lima bebek lewat";

    readonly MailServer mail = mailing.Mail;
    readonly TestHost host = mailing.Host;
    readonly string login = MailingHost.NewLogin();

    [Fact]
    public async Task A_link_by_e_mail_sets_a_new_password_once_and_ends_all_sessions()
    {
        var before = mail.Recipients.Count;
        var (owner, _) = await host.InviteWithAppAsync(login);
        using var disposing = owner;
        var link = await AskAsync("A" + login[1..].Replace("contoh", "Contoh", StringComparison.Ordinal));
        Assert.Equal([login], mail.Recipients.Skip(before));

        using var visitor = new Visitor(host);
        using var weak = await visitor.SubmitAsync(link, ("password", "password12345"));
        Assert.NotNull((await Visitor.ReadAsync(weak)).QuerySelector("#f-password-error"));
        using var done = await visitor.SubmitAsync(link, ("password", Fresh));
        using var again = await visitor.GetAsync(link);

        Assert.StartsWith("/akun/langkah-kedua", done.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.False(await owner.IsSignedInAsync());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (await EnterAsync(People.Password), await EnterAsync(Fresh)));
    }

    [Fact]
    public async Task A_link_works_for_an_hour()
    {
        using var owner = await host.InviteAsync(login);
        var link = await AskAsync(login);
        using var visitor = new Visitor(host);
        host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await visitor.ReadAsync(link);

        host.Clock.AdjustTime(host.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));

        using var over = await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_there_is_an_account_and_nobodys_mailbox_is_filled()
    {
        var before = mail.Recipients.Count;
        using var owner = await host.InviteAsync(login);
        var known = await AnswerAsync(login);
        Assert.Equal(known, await AnswerAsync("bukan@contoh.id"));
        Assert.Equal(known, await AnswerAsync("081234567890"));
        for (var turn = 0; turn < 3; turn++) await AnswerAsync(login);
        var last = MailingHost.NewLogin();
        using var other = await host.InviteAsync(last);
        await mail.NextAsync(TestContext.Current.CancellationToken);
        await AskAsync(last);

        Assert.Equal([login, last], mail.Recipients.Skip(before));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8made-up")]
    public async Task A_made_up_link_is_refused(string code)
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.GetAsync($"/lupa/baru?kode={code}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Asking_again_and_again_is_slowed()
    {
        using var visitor = new Visitor(host);
        var page = await visitor.ReadAsync("/lupa");
        for (var turn = 0; turn < 20; turn++)
        {
            using var asked = await visitor.SubmitAsync(page, "/lupa", ("login", $"orang{turn}@contoh.id"));
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        }

        using var slowed = await visitor.SubmitAsync(page, "/lupa", ("login", "orang@contoh.id"));
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
    }

    /// <summary>Asks as somebody whose Host header is made up, and waits for the letter.</summary>
    async Task<string> AskAsync(string login)
    {
        await AnswerAsync(login);
        var letter = await mail.NextAsync(TestContext.Current.CancellationToken);
        var link = Link().Match(letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal));
        Assert.Equal(host.Address.GetLeftPart(UriPartial.Authority), link.Groups["origin"].Value);
        return link.Groups["path"].Value;
    }

    async Task<string> AnswerAsync(string login)
    {
        using var visitor = new Visitor(host) { Headers = { ["Host"] = "evil.example" } };
        using var answer = await visitor.SubmitAsync("/lupa", ("login", login));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Visitor.ReadAsync(answer)).QuerySelector("main")!.OuterHtml;
    }

    async Task<HttpStatusCode> EnterAsync(string password)
    {
        using var visitor = new Visitor(host);
        using var answer = await visitor.SignInAsync(login, password);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"(?<origin>http://[^/\s]+)(?<path>/lupa/baru\?kode=[\w%-]+)")]
    private static partial Regex Link();
}
