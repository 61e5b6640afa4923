using System.CommandLine;

namespace SmartKampung.Host.CommandLine;

/// <summary>What can be told to the host on the command line. Without a command it serves.</summary>
static class HostCommand
{
    public const int Refused = 1;
    public const int WrongConfiguration = 2;

    // The host itself stops in good order on SIGTERM; the library would end it after two seconds, whatever still runs.
    /// <param name="args">The process's arguments.</param>
    /// <param name="build">Composes the application for these arguments, ready to be started.</param>
    /// <param name="console">Where commands write; the process's own output unless told.</param>
    /// <returns>The exit code: 0 done, 1 refused, 2 wrong configuration.</returns>
    public static Task<int> RunAsync(string[] args, Func<string[], Task<WebApplication>> build, InvocationConfiguration? console = null) =>
        Build(build).Parse(args).InvokeAsync(console ?? new() { ProcessTerminationTimeout = null });

    static RootCommand Build(Func<string[], Task<WebApplication>> build)
    {
        var options = new HostOptions();
        var run = new HostRunner(options, build);
        var root = new RootCommand("Serves the villages of a regency; commands work on the data folder, through the host where one is running.")
        {
            options.Data,
            options.Urls,
            options.Plugins,
            options.Demo,
            VillageCommands.Build(run),
            ModuleCommands.Build(run),
            SettingsCommands.Build(run),
            DocumentsCommands.Build(run),
            BackupCommands.Build(run),
            RestoreCommands.Build(run),
            PortalCommands.Build(run),
            AuditCommands.Build(run),
            KeyCommands.Build(run),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, stop) => run.ServeAsync(parsed));
        return root;
    }
}

/// <summary>The options that every command has.</summary>
sealed class HostOptions
{
    public Option<string?> Data { get; } = new("--data") { Description = "The folder that holds everything; ./data unless told.", Recursive = true };

    public Option<string?> Urls { get; } = new("--urls") { Description = "Where to listen, such as http://127.0.0.1:5000.", Recursive = true };

    public Option<string?> Plugins { get; } = new("--plugins") { Description = "The folder of the modules.", Recursive = true };

    public Option<bool> Demo { get; } = new("--demo") { Description = "Brings accounts for trying out, shown on the sign-in page; only on this machine's own addresses." };

    /// <summary>The options as arguments that the application's configuration reads.</summary>
    public string[] ArgumentsOf(ParseResult parsed) => [.. Argument(parsed, Data), .. Argument(parsed, Urls), .. Argument(parsed, Plugins), .. parsed.GetValue(Demo) ? new[] { Demo.Name, "true" } : []];

    static string[] Argument(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } value ? [option.Name, value] : [];
}
