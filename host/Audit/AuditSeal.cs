using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>The seal of an entry: an HMAC-SHA-256 (RFC 2104) over everything that it says and the seal before it.</summary>
sealed class AuditSeal(AuditKey key)
{
    /// <summary>The entry with its number and its seal, to follow the last one.</summary>
    public AuditEntry After(AuditEntry? last, AuditEntry entry)
    {
        var secret = key.Present;
        var numbered = entry with { Number = (last?.Number ?? 0) + 1, Previous = last?.Seal ?? "", Key = secret.Id };
        return numbered with { Seal = Of(numbered, secret) };
    }

    /// <summary>Whether the entry says what it said when it was sealed. One from before keys had names may be sealed with any of them.</summary>
    public static bool IsWhole(AuditEntry entry, IReadOnlyList<Secret> keys) =>
        keys.Any(secret => (entry.Key.Length == 0 || entry.Key == secret.Id) && entry.Seal == Of(entry, secret));

    public static string Of(AuditEntry entry, Secret secret) => Convert.ToHexStringLower(HMACSHA256.HashData(secret.Value, Told(entry)));

    /// <summary>Each part with its length before it, in an order that stays: two entries never come out as the same bytes.</summary>
    static byte[] Told(AuditEntry entry)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(entry.Number);
        writer.Write(entry.At.UtcTicks);
        foreach (var part in new[] { $"{entry.Account}", entry.Name, entry.Roles, entry.Address, $"{entry.Village}", entry.Action, string.Join(',', entry.Owners), entry.Previous }) writer.Write(part);
        writer.Write(entry.Documents.Count);
        foreach (var document in entry.Documents) Write(writer, document);
        if (entry.Key.Length > 0) writer.Write(entry.Key);
        return bytes.ToArray();
    }

    static void Write(BinaryWriter writer, AuditedDocument document)
    {
        foreach (var part in new[] { document.Owner, document.Type, $"{document.Id}", $"{document.Change}", document.Label }) writer.Write(part);
        writer.Write(document.Fields.Count);
        foreach (var field in document.Fields)
        {
            writer.Write(field.Name);
            Write(writer, field.Before);
            Write(writer, field.After);
        }
    }

    static void Write(BinaryWriter writer, string? value)
    {
        writer.Write(value is not null);
        writer.Write(value ?? "");
    }
}
