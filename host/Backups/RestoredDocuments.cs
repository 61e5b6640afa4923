using System.Text;
using System.Text.Json;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Backups;

/// <summary>
/// A backup's documents as they are put in place: as they were, but for what still waited to be told. That may have been told since, so it
/// is kept and set aside (<c>events/retry</c> delivers it); a rehearsal has none of it.
/// </summary>
sealed class RestoredDocuments(BackupReader backup, bool isRehearsal, DateTimeOffset madeAt)
{
    const string HostsOwn = "host";

    static readonly JsonSerializerOptions Json = DocumentJson.CreateOptions();

    /// <summary>Events and messages that will not be sent by themselves.</summary>
    public int Held { get; private set; }

    string Reason => $"From the backup of {madeAt:u}; it is not sent again by itself.";

    public void AddTo(IPartitionBuild build)
    {
        foreach (var type in backup.Manifest.Documents) build.Add(new(type.Owner, type.Type, type.Schema), Read(type));
    }

    IEnumerable<byte[]> Read(BackedUpType type)
    {
        using var content = backup.Open(backup.Manifest.Entries.First(entry => entry.Name == type.Entry()));
        using var lines = new StreamReader(content);
        while (lines.ReadLine() is { } line)
            if (Changed(type, line) is { } document) yield return document;
    }

    byte[]? Changed(BackedUpType type, string line) => (type.Owner, type.Type) switch
    {
        (HostsOwn, nameof(OutgoingEvent)) => SetAside(line),
        (HostsOwn, nameof(Message)) => Hold(line),
        _ => Encoding.UTF8.GetBytes(line),
    };

    byte[]? SetAside(string line)
    {
        var happened = JsonSerializer.Deserialize<OutgoingEvent>(line, Json)!;
        Held++;
        return isRehearsal
            ? null
            : JsonSerializer.SerializeToUtf8Bytes(happened with { DueAt = DateTimeOffset.MaxValue, Attempts = Math.Max(1, happened.Attempts), Reason = Reason }, Json);
    }

    byte[] Hold(string line)
    {
        var message = JsonSerializer.Deserialize<Message>(line, Json)!;
        return message.State == NotificationState.Waiting
            ? JsonSerializer.SerializeToUtf8Bytes(message with { State = NotificationState.Failed, Reason = Reason }, Json)
            : Encoding.UTF8.GetBytes(line);
    }
}
