using System.CommandLine;
using Spectre.Console;

namespace SmartKampung.Host.CommandLine;

/// <summary>Shows how far something long is, on a terminal; where nobody watches, nothing. It stands on standard error, so that answers stay alone.</summary>
static class ProgressBar
{
    public static Task<T> ShowAsync<T>(InvocationConfiguration console, string what, Func<Action<double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || console.Error != Console.Error) return work(_ => { });
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: 1);
                return work(part => task.Value = part);
            });
    }
}
