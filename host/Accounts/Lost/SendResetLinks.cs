using System.Threading.Channels;
using MimeKit;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts.Lost;

/// <summary>Looks for the account and writes to it, after the page was answered: so no answer tells by its time whether there is one.</summary>
sealed partial class SendResetLinks(AccountDocuments documents, ResetLinks links, MailServer server, Origin origin, TextLibrary texts, TimeProvider clock, ILogger<SendResetLinks> log) : BackgroundService
{
    const int MostWaiting = 200;

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    readonly Channel<LostPassword> waiting = Channel.CreateBounded<LostPassword>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly Dictionary<Guid, DateTimeOffset> written = [];

    public bool CanSend => server.IsSetUp;

    public void Ask(string login, string language) => waiting.Writer.TryWrite(new(login, language));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var lost in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(lost, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotSent(log, failure);
            }
        }
    }

    async Task SendAsync(LostPassword lost, CancellationToken stop)
    {
        var key = LoginNormalizer.Normalize(lost.Login);
        if (key is null || !MailboxAddress.TryParse(key, out var address) || !key.Contains('@', StringComparison.Ordinal)) return;
        if (await documents.OpenSession().Query<Account>().Where(account => account.LoginKey == key).FirstOrDefaultAsync(stop) is not { } account || !IsDue(account.Id)) return;
        using var letter = Write(account, address, account.Language ?? lost.Language);
        await server.SendAsync(letter, stop);
    }

    /// <summary>Nobody's mailbox is filled by somebody who knows their address.</summary>
    bool IsDue(Guid account)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, at) in written)
            if (now - at >= Pause) written.Remove(id);
        return written.TryAdd(account, now);
    }

    MimeMessage Write(Account account, MailboxAddress to, string language)
    {
        var text = texts.For(PageOwner.Host.Id, language);
        var link = $"{origin.Address}{(language == "en" ? "/en" : "")}/lupa/baru?kode={Uri.EscapeDataString(links.CodeFor(account))}";
        var letter = new MimeMessage { Date = clock.GetUtcNow(), Subject = text["lost.mail.subject"], Body = new TextPart("plain") { Text = text["lost.mail.text", account.Name, link] } };
        letter.From.Add(new MailboxAddress("SmartKampung", server.From));
        letter.To.Add(to);
        return letter;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link for a new password could not be sent")]
    static partial void LogNotSent(ILogger log, Exception failure);
}

/// <param name="Login">As it was typed.</param>
/// <param name="Language">Of the page that it was typed in.</param>
sealed record LostPassword(string Login, string Language);
