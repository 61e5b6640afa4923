using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using SmartKampung.Host.Accounts.Demo;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.CommandLine;

/// <summary>Runs the host: to serve, or for as long as one command needs it.</summary>
sealed class HostRunner(HostOptions options, Func<string[], Task<WebApplication>> build)
{
    // What a command answers stands alone on standard output; what the host has to say goes to standard error.
    static readonly string[] Quiet =
    [
        "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:SmartKampung", "Error",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error", "--Logging:Console:LogToStandardErrorThreshold", "Trace",
    ];

    public async Task<int> ServeAsync(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-')) return Fail(parsed, [$"There is no command '{word}'; --help tells which there are."]);
        string[] args = [.. options.ArgumentsOf(parsed), .. parsed.UnmatchedTokens];
        return await StartAsync(parsed, args, async (app, configuration) =>
        {
            using var address = HostAddress.WriteWhileRunning(app, configuration.Data);
            await app.RunAsync();
        });
    }

    /// <summary>Calls the API of the host that holds the data folder, or of one that is started for this command.</summary>
    public async Task<int> CallAsync(ParseResult parsed, Func<ApiClient, Task<int>> command)
    {
        var args = options.ArgumentsOf(parsed);
        var configuration = HostConfiguration.Read(args);
        if (configuration.Check() is { Count: > 0 } errors) return Fail(parsed, errors);
        using var running = await ApiClient.OfRunningHostAsync(configuration.Data, parsed.InvocationConfiguration);
        return running is not null ? await command(running) : await CallOwnHostAsync(parsed, args, command);
    }

    /// <summary>Runs what needs the data folder alone.</summary>
    public int OnFolder(ParseResult parsed, Func<string, int> command)
    {
        var configuration = HostConfiguration.Read(options.ArgumentsOf(parsed));
        return configuration.Check() is { Count: > 0 } errors ? Fail(parsed, errors) : command(configuration.Data);
    }

    async Task<int> CallOwnHostAsync(ParseResult parsed, string[] args, Func<ApiClient, Task<int>> command)
    {
        var result = 0;
        var started = await StartAsync(parsed, [.. args, .. Quiet], async (app, configuration) =>
        {
            await app.StartAsync();
            using var client = ApiClient.Of(new Uri(app.Urls.First()), configuration.Data, parsed.InvocationConfiguration);
            result = await command(client);
            await app.StopAsync();
        });
        return started == 0 ? result : started;
    }

    async Task<int> StartAsync(ParseResult parsed, string[] args, Func<WebApplication, HostConfiguration, Task> run)
    {
        var configuration = HostConfiguration.Read(args);
        if (configuration.Check() is { Count: > 0 } errors) return Fail(parsed, errors);
        try
        {
            await using var app = await build(args);
            await run(app, configuration);
            return 0;
        }
        catch (DataFolderException exception)
        {
            return Fail(parsed, ["--data: " + exception.Message]);
        }
        catch (DemoModeException exception)
        {
            return Fail(parsed, [exception.Message]);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return Fail(parsed, [$"--urls: {exception.Message}"]);
        }
    }

    static int Fail(ParseResult parsed, IReadOnlyList<string> errors)
    {
        foreach (var error in errors) parsed.InvocationConfiguration.Error.WriteLine(error);
        return HostCommand.WrongConfiguration;
    }
}
