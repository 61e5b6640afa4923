using System.CommandLine;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.CommandLine;

/// <summary><c>key renew [WHICH]</c>: for whoever may write the data folder, whether a host is running or not.</summary>
static class KeyCommands
{
    const string Admin = "admin";
    const string Audit = "audit";
    const string Personal = "personal";

    public static Command Build(HostRunner run)
    {
        var which = new Argument<string>("WHICH") { Description = "admin, audit for the key that seals the records, or personal for the one of personal data.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => Admin };
        which.AcceptOnlyFromAmong(Admin, Audit, Personal);
        var renew = new Command("renew", "Makes a new key. The old administrator key is refused from then on; the old keys of the records and of personal data still prove or open what they sealed.") { which };
        renew.SetAction((parsed, stop) => Task.FromResult(run.OnFolder(parsed, folder => Renew(folder, parsed.GetRequiredValue(which), parsed.InvocationConfiguration))));
        return new("key", "The keys of the installation.") { renew, PersonalKeyCommands.Reseal(run), PersonalKeyCommands.Drop(run) };
    }

    static int Renew(string folder, string which, InvocationConfiguration console)
    {
        try
        {
            console.Output.WriteLine(which switch
            {
                Audit => RenewAudit(folder),
                Personal => RenewPersonal(folder),
                _ => RenewAdministrator(folder),
            });
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"The key can't be written: {failure.Message}");
            return HostCommand.Refused;
        }
    }

    static string RenewAdministrator(string folder)
    {
        AdministratorKey.Renew(folder);
        return $"A new key lies in {AdministratorKey.PathIn(folder)}; the old one is refused from now on.";
    }

    static string RenewAudit(string folder)
    {
        AuditKey.Renew(folder);
        return $"A new key was added to {AuditKey.PathIn(folder)}: it seals from now on, and the earlier ones in the same file prove what they sealed. Keep a copy of the file apart from the data.";
    }

    static string RenewPersonal(string folder)
    {
        PersonalKeys.Renew(folder);
        return $"A new key was added to {PersonalKeys.PathIn(folder)}: it seals from now on. What the earlier ones sealed is sealed anew by a running host, or by key reseal; then key drop drops them. "
            + "Keep a copy of the file apart from the data.";
    }
}
