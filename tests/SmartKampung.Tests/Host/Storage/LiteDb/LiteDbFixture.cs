using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.LiteDb;

namespace SmartKampung.Tests.Host.Storage.LiteDb;

/// <summary>A store over a temporary folder that can be opened again, with a disk and a clock that obey the test.</summary>
sealed class LiteDbFixture : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly StorageOptions options;

    public LiteDbFixture(StorageOptions? limits = null)
    {
        options = limits ?? new();
        Store = Open();
        Documents = Register();
    }

    public LiteDbDocumentStore Store { get; private set; }

    public DocumentSet Documents { get; private set; }

    public ObedientDisk Disk { get; } = new();

    public DiskRoom Room { get; } = new();

    public FakeTimeProvider Clock { get; } = new();

    public ErrorLog Errors { get; } = new();

    public UnheardMeters Meters { get; } = new();

    public DataFolder Data => folder.Data;

    public LiteDbDocumentStore Open() => new(Data, Options.Create(options), new(new(Data)), Disk, Room, Clock, new(Meters), Errors);

    public async Task ReopenAsync(Action? whileClosed = null)
    {
        await Store.DisposeAsync();
        whileClosed?.Invoke();
        Store = Open();
        Documents = Register();
    }

    public IDocumentSession Session(Partition village) => Store.OpenSession(village, Documents);

    public Task Save(Partition village, params Document[] documents)
    {
        var session = Session(village);
        foreach (var document in documents) session.Store(document);
        return session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public Task<int> Count(Partition village) => Session(village).Query<Counter>().CountAsync(TestContext.Current.CancellationToken);

    public string FileOf(Partition village) => Data.DatabaseOf(village);

    public string LogOf(Partition village) => DatabasePaths.LogOf(FileOf(village));

    public async ValueTask DisposeAsync()
    {
        Disk.Fails = false;
        await Store.DisposeAsync();
        folder.Dispose();
    }

    DocumentSet Register()
    {
        var services = new ServiceCollection().AddDocuments<Counter>().AddDocuments<Gated>().AddDocuments<Rich>(d => d.Index(r => r.Text).Index(r => r.Tags));
        return Store.Register("tests", services.BuildServiceProvider().GetServices<DocumentRegistration>());
    }
}

/// <summary>A document that waits at a gate, or throws, while it is read.</summary>
public sealed record Gated : Document
{
    public static Action Gate { get; set; } = () => { };

    public string Text
    {
        get;
        init
        {
            Gate();
            field = value;
        }
    } = "";
}

/// <summary>Counts what is synced, can hold it up and can fail.</summary>
sealed class ObedientDisk : IDiskSync
{
    readonly DiskSync disk = new();

    public Action OnSync { get; set; } = () => { };

    public bool Fails { get; set; }

    public int Syncs { get; private set; }

    public void SyncFile(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        if (Fails) throw new IOException("No space left on device", 28);
        Syncs++;
        OnSync();
        disk.SyncFile(file);
    }

    public void SyncFolder(string folder) => disk.SyncFolder(folder);
}

sealed class ErrorLog : ILoggerFactory, ILogger
{
    public ConcurrentQueue<string> Messages { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Messages.Enqueue(formatter(state, exception));
    }
}
