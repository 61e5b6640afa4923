using System.CommandLine;
using SmartKampung.Host.Backups;

namespace SmartKampung.Host.CommandLine;

/// <summary>A passphrase comes from a file: on the command line every user of the machine could read it.</summary>
static class BackupPassphrase
{
    public static Option<FileInfo?> Option() => new("--passphrase-file") { Description = "A file whose first line is the passphrase." };

    public static async Task<int> WithAsync(ParseResult parsed, Option<FileInfo?> option, Func<string?, Task<int>> command)
    {
        try
        {
            return await command(parsed.GetValue(option) is { } file ? BackupFolder.PassphraseIn(file.FullName) : null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(failure.Message);
            return HostCommand.Refused;
        }
    }

    public static void Send(ApiClient client, string? passphrase)
    {
        if (passphrase is not null) client.Add(BackupsApi.PassphraseHeader, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(passphrase)));
    }
}
