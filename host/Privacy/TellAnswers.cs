using System.Threading.Channels;
using MimeKit;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Privacy;

/// <summary>Writes to people whose request was answered, where they sign in by e-mail and a mail server is set up; all of them find the answer at /akun.</summary>
sealed partial class TellAnswers(AccountDocuments documents, MailServer server, Origin origin, TextLibrary texts, TimeProvider clock, ILogger<TellAnswers> log) : BackgroundService
{
    const int MostWaiting = 200;

    readonly Channel<PersonalRequest> waiting = Channel.CreateBounded<PersonalRequest>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Tell(PersonalRequest request)
    {
        if (server.IsSetUp) waiting.Writer.TryWrite(request);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(request, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotSent(log, failure);
            }
        }
    }

    async Task SendAsync(PersonalRequest request, CancellationToken stop)
    {
        if (await documents.OpenSession().LoadAsync<Account>(request.AccountId, stop) is not { } account) return;
        if (!account.LoginKey.Contains('@', StringComparison.Ordinal) || !MailboxAddress.TryParse(account.LoginKey, out var address)) return;
        using var letter = Write(account, address);
        await server.SendAsync(letter, stop);
    }

    /// <summary>Without the answer itself, which may tell more than a mailbox should.</summary>
    MimeMessage Write(Account account, MailboxAddress to)
    {
        var language = account.Language ?? "id";
        var text = texts.For(PageOwner.Host.Id, language);
        var link = $"{origin.Address}{(language == "en" ? "/en" : "")}{ShowOwnData.Path}";
        var letter = new MimeMessage { Date = clock.GetUtcNow(), Subject = text["privacy.mail.subject"], Body = new TextPart("plain") { Text = text["privacy.mail.text", account.Name, link] } };
        letter.From.Add(new MailboxAddress("SmartKampung", server.From));
        letter.To.Add(to);
        return letter;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A person could not be told by e-mail that their request was answered")]
    static partial void LogNotSent(ILogger log, Exception failure);
}
