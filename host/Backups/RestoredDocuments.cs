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
/// <param name="backup">The backup.</param>
/// <param name="from">Opens what is sealed in it.</param>
/// <param name="to">Seals it for the village that it becomes.</param>
/// <param name="isRehearsal">Whether that is a rehearsal.</param>
sealed class RestoredDocuments(BackupReader backup, PartitionSeal from, PartitionSeal to, bool isRehearsal)
{
    const string HostsOwn = "host";

    static readonly JsonSerializerOptions Json = DocumentJson.CreateOptions();

    /// <summary>Events and messages that will not be sent by themselves.</summary>
    public int Held { get; private set; }

    string Reason => $"From the backup of {backup.Manifest.MadeAt:u}; it is not sent again by itself.";

    public void AddTo(IPartitionBuild build)
    {
        foreach (var type in backup.Manifest.Documents) build.Add(new(type.Owner, type.Type, type.Schema), Read(type));
    }

    IEnumerable<byte[]> Read(BackedUpType type)
    {
        using var content = backup.Open(backup.Manifest.Entries.First(entry => entry.Name == type.Entry()));
        using var lines = new StreamReader(content);
        while (lines.ReadLine() is { } line)
            if (Restored(type, Encoding.UTF8.GetBytes(line)) is { } document) yield return document;
    }

    /// <summary>What was sealed is sealed again, though its module may not run here: by another key, and where it becomes another village for that one.</summary>
    byte[]? Restored(BackedUpType type, byte[] document)
    {
        var body = SealedBody.Read(document);
        var changed = Changed(type, body is null ? document : from.Open(type.Owner, type.Type, document));
        return body is null || changed is null ? changed : to.Present.Seal(type.Owner, type.Type, body.Head, changed).Write();
    }

    byte[]? Changed(BackedUpType type, byte[] document) => (type.Owner, type.Type) switch
    {
        (HostsOwn, nameof(OutgoingEvent)) => SetAside(document),
        (HostsOwn, nameof(Message)) => Hold(document),
        _ => document,
    };

    byte[]? SetAside(byte[] line)
    {
        var happened = JsonSerializer.Deserialize<OutgoingEvent>(line, Json)!;
        Held++;
        return isRehearsal
            ? null
            : JsonSerializer.SerializeToUtf8Bytes(happened with { DueAt = DateTimeOffset.MaxValue, Attempts = Math.Max(1, happened.Attempts), Reason = Reason }, Json);
    }

    byte[] Hold(byte[] line)
    {
        var message = JsonSerializer.Deserialize<Message>(line, Json)!;
        return message.State == NotificationState.Waiting
            ? JsonSerializer.SerializeToUtf8Bytes(message with { State = NotificationState.Failed, Reason = Reason }, Json)
            : line;
    }
}
