using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmartKampung.Tests.Host.Background;

/// <summary>An SMTP server on a port of its own that keeps what it takes.</summary>
sealed class MailServer : MessageStore, IAsyncDisposable
{
    readonly CancellationTokenSource stopping = new();
    readonly ConcurrentQueue<string> received = new();
    readonly ConcurrentQueue<string> recipients = new();
    readonly Channel<string> letters = Channel.CreateUnbounded<string>();
    Task running = Task.CompletedTask;

    public int Port { get; } = FreePort();

    public bool Refuses { get; set; }

    public IReadOnlyCollection<string> Received => received;

    /// <summary>Whom the letters that were taken went to, whatever stands in them.</summary>
    public IReadOnlyCollection<string> Recipients => recipients;

    /// <summary>The next letter that nobody has waited for yet.</summary>
    public ValueTask<string> NextAsync(CancellationToken stop) => letters.Reader.ReadAsync(stop);

    public async Task StartAsync()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(end => end.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AllowUnsecureAuthentication()).Build();
        var services = new ServiceProvider();
        services.Add(this);
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stopping.Token);
        for (var isUp = false; !isUp;) isUp = await AnswersAsync();
    }

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Refuses) return Task.FromResult(SmtpResponse.MailboxUnavailable);
        foreach (var mailbox in transaction.To) recipients.Enqueue($"{mailbox.User}@{mailbox.Host}");
        received.Enqueue(Encoding.UTF8.GetString(buffer));
        letters.Writer.TryWrite(Encoding.UTF8.GetString(buffer));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        return await client.ConnectAsync(IPAddress.Loopback, Port).ContinueWith(connected => connected.IsCompletedSuccessfully, TaskScheduler.Default);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
