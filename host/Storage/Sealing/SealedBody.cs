using System.Buffers;
using System.Text.Json;

namespace SmartKampung.Host.Storage;

/// <summary>
/// The form of a document with personal data as engines and backups get it: JSON that tells its <c>Id</c> and <c>Version</c>, by which key it was
/// sealed (<c>$key</c>), and all of it sealed (<c>$sealed</c>, base64). No property of a document can have these names.
/// </summary>
/// <param name="Head">Its id and version.</param>
/// <param name="Key">The name of the key.</param>
/// <param name="Content">What was sealed.</param>
sealed record SealedBody(SealedHead Head, string Key, byte[] Content)
{
    const int Around = 128;

    static ReadOnlySpan<byte> ContentName => "$sealed"u8;

    static ReadOnlySpan<byte> KeyName => "$key"u8;

    public byte[] Write()
    {
        var written = new ArrayBufferWriter<byte>((Content.Length * 4 / 3) + Around);
        using var json = new Utf8JsonWriter(written);
        json.WriteStartObject();
        json.WriteString(nameof(Document.Id), Head.Id);
        json.WriteNumber(nameof(Document.Version), Head.Version);
        json.WriteString(KeyName, Key);
        json.WriteBase64String(ContentName, Content);
        json.WriteEndObject();
        json.Flush();
        return written.WrittenSpan.ToArray();
    }

    /// <summary>Null where the document is not sealed.</summary>
    /// <exception cref="JsonException">It was not written here.</exception>
    public static SealedBody? Read(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\"$sealed\""u8) < 0) return null;
        try
        {
            return ReadMembers(body);
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException)
        {
            throw new JsonException("A sealed document is not as it was written.", failure);
        }
    }

    /// <summary>A document that is not sealed may have such a name deep inside, among the keys of a dictionary.</summary>
    static SealedBody? ReadMembers(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var (id, version, key, content) = (Guid.Empty, 0, "", (byte[]?)null);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName) continue;
            if (json.ValueTextEquals(ContentName) && json.Read()) content = json.GetBytesFromBase64();
            else if (json.ValueTextEquals(KeyName) && json.Read()) key = json.GetString() ?? "";
            else if (json.ValueTextEquals(nameof(Document.Id)) && json.Read()) id = json.GetGuid();
            else if (json.ValueTextEquals(nameof(Document.Version)) && json.Read()) version = json.GetInt32();
            else json.Skip();
        }

        return content is null ? null : new(new() { Id = id, Version = version }, key, content);
    }
}

/// <summary>What of a sealed document is not sealed.</summary>
sealed record SealedHead : Document;
