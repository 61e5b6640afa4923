using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Host.Background;

/// <summary>Against a real SMTP server on this machine.</summary>
public sealed class NotificationTests : IClassFixture<PostHost>
{
    const string Letters = $"{LedgerHost.Village}/desk/letters";

    readonly MailServer mail;
    readonly LedgerHost ledger;
    readonly string resident = PostHost.NewAddress();
    readonly int earlier;

    public NotificationTests(PostHost post)
    {
        (mail, ledger, earlier) = (post.Mail, post.Ledger, post.Mail.Recipients.Count);
        mail.Refuses = false;
    }

    /// <summary>The letters to the resident of this test.</summary>
    IEnumerable<string> Received => mail.Received.Where(letter => letter.Contains($"To: {resident}", StringComparison.Ordinal));

    [Fact]
    public async Task E_mail_reaches_the_mail_server_once_it_is_saved()
    {
        var id = await SendAsync($"email={resident}");

        var letter = Assert.Single(Received);
        Assert.Contains("Subject: Surat Anda sudah jadi", letter, StringComparison.Ordinal);
        Assert.Contains("From: Sarongan <surat@banyuwangi.example>", letter, StringComparison.Ordinal);
        Assert.Equal([resident], mail.Recipients.Skip(earlier));
        Assert.Equal("sent", (string)(await StatusAsync(id))["state"]!);
    }

    [Fact]
    public async Task E_mail_waits_while_the_mail_server_is_away_and_goes_out_when_it_is_back()
    {
        mail.Refuses = true;
        var id = await SendAsync($"email={resident}");
        Assert.Equal("waiting", (string)(await StatusAsync(id))["state"]!);
        Assert.NotNull((await StatusAsync(id))["reason"]);

        mail.Refuses = false;
        await ledger.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("sent", (string)(await StatusAsync(id))["state"]!);
        Assert.Single(Received);
    }

    [Fact]
    public async Task E_mail_that_failed_for_a_day_is_told_as_failed()
    {
        mail.Refuses = true;
        var id = await SendAsync($"email={resident}");
        for (var turn = 0; turn < 10; turn++) await ledger.PassAsync(TimeSpan.FromHours(17));

        Assert.Equal("failed", (string)(await StatusAsync(id))["state"]!);
    }

    [Theory]
    [InlineData("warga@contoh.id\r\nBcc: mata@contoh.id")]
    [InlineData("warga@contoh.id, mata@contoh.id")]
    [InlineData("warga@contoh.id\n mata@contoh.id")]
    [InlineData("\"Warga\r\nBcc: mata@contoh.id\" <warga@contoh.id>")]
    [InlineData("kawan: warga@contoh.id, mata@contoh.id;")]
    public async Task An_address_that_would_reach_others_too_reaches_nobody_else(string address)
    {
        using var answer = await ledger.Host.Administrator.PostAsync($"{Letters}?email={Uri.EscapeDataString(address)}", null);
        await ledger.CatchUpAsync();

        Assert.All(mail.Received, letter => Assert.DoesNotContain(letter.Split('\n'), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain("mata@contoh.id", mail.Recipients);
    }

    [Fact]
    public async Task A_subject_of_several_lines_is_one_line_of_the_letter()
    {
        await SendAsync($"email={resident}&subject=" + Uri.EscapeDataString("Surat\r\nBcc: mata@contoh.id\r\n\r\nIsi palsu"));

        var letter = Assert.Single(Received);
        Assert.Contains("Subject: Surat Bcc: mata@contoh.id", letter, StringComparison.Ordinal);
        Assert.Equal([resident], mail.Recipients.Skip(earlier));
    }

    [Fact]
    public async Task WhatsApp_gives_a_link_that_staff_opens()
    {
        var id = await SendAsync("phone=0812-3456-7890");

        var status = await StatusAsync(id);
        Assert.Equal("offered", (string)status["state"]!);
        Assert.Equal("https://wa.me/6281234567890?text=Surat%20Anda%20sudah%20jadi%20%26%20siap.", (string)status["link"]!);
    }

    [Fact]
    public async Task A_notification_is_found_in_its_own_village_alone()
    {
        var id = await SendAsync("phone=0812-3456-7890");

        using var answer = await ledger.Host.Administrator.GetAsync($"{LedgerHost.Neighbour}/desk/letters/{id}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    async Task<Guid> SendAsync(string to)
    {
        using var answer = await ledger.Host.Administrator.PostAsync($"{Letters}?{to}", null);
        var id = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Guid>();
        await ledger.CatchUpAsync();
        return id;
    }

    async Task<JsonNode> StatusAsync(Guid id)
    {
        var all = await ledger.Host.Administrator.GetFromJsonAsync<JsonObject>($"{LedgerHost.Village}/notifications");
        return all!["notifications"]!.AsArray().Single(notification => (Guid)notification!["id"]! == id)!["status"]!;
    }
}
