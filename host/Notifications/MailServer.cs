using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SmartKampung.Host.Notifications;

/// <summary>Hands letters to the mail server of the installation.</summary>
sealed class MailServer(IOptions<SmtpOptions> options)
{
    public bool IsSetUp => options.Value.Host is { Length: > 0 };

    public string From => options.Value.From;

    /// <exception cref="InvalidOperationException">No mail server is set up.</exception>
    public async Task SendAsync(MimeMessage letter, CancellationToken stop)
    {
        var smtp = options.Value;
        if (smtp.Host is not { Length: > 0 } host) throw new InvalidOperationException("No mail server is set up (Smtp:Host).");
        using var client = new SmtpClient();
        await client.ConnectAsync(host, smtp.Port, smtp.Security, stop);
        if (smtp.User is { Length: > 0 } user) await client.AuthenticateAsync(user, smtp.Password ?? "", stop);
        await client.SendAsync(letter, stop);
        await client.DisconnectAsync(quit: true, stop);
    }
}
