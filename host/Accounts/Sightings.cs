using System.Collections.Concurrent;

namespace SmartKampung.Host.Accounts;

/// <summary>When devices were last heard of: known at once, written every few minutes, since a page that is read should write nothing.</summary>
sealed class Sightings(AccountDocuments documents, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<Guid, DateTimeOffset> seen = new();

    public void Note(Guid device) => seen[device] = clock.GetUtcNow();

    public DateTimeOffset Of(Device device)
    {
        var written = device.LastSeenAt > device.SignedInAt ? device.LastSeenAt : device.SignedInAt;
        return seen.TryGetValue(device.Id, out var last) && last > written ? last : written;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
    }

    /// <summary>Writes what was seen; where the disk is full it is seen again.</summary>
    async Task WriteAsync(CancellationToken stop)
    {
        foreach (var device in seen.Keys)
            if (seen.TryRemove(device, out var last)) await TryWriteAsync(device, last, stop);
    }

    async Task TryWriteAsync(Guid id, DateTimeOffset last, CancellationToken stop)
    {
        try
        {
            await documents.ChangeAsync<Device>(id, device => device with { LastSeenAt = last }, stop);
        }
        catch (StorageUnavailableException)
        {
            seen.TryAdd(id, last);
        }
    }
}
