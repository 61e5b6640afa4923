using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace SmartKampung.Host.Notifications;

/// <summary>The mail server of the installation, in configuration under <c>Smtp</c>; without a host no e-mail goes out.</summary>
sealed class SmtpOptions
{
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Auto uses TLS where the server offers it; None never does, as for a server on the same machine.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.Auto;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address that e-mail comes from.</summary>
    [EmailAddress]
    public string From { get; init; } = "smartkampung@localhost";
}
