using System.CommandLine;
using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>key renew</c>: for whoever may write the data folder, whether a host is running or not.</summary>
static class KeyCommands
{
    public static Command Build(HostRunner run)
    {
        var renew = new Command("renew", "Makes a new administrator key; the old one is refused from then on.");
        renew.SetAction((parsed, stop) => Task.FromResult(run.OnFolder(parsed, folder => Renew(folder, parsed.InvocationConfiguration))));
        return new("key", "The administrator key.") { renew };
    }

    static int Renew(string folder, InvocationConfiguration console)
    {
        try
        {
            AdministratorKey.Renew(folder);
            console.Output.WriteLine($"A new key lies in {AdministratorKey.PathIn(folder)}; the old one is refused from now on.");
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"The key can't be written: {failure.Message}");
            return HostCommand.Refused;
        }
    }
}
