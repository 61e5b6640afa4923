using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartKampung.Host.Papers;

/// <summary>What host and worker say to each other: the length of a JSON head, the head, then the bytes that it tells the lengths of.</summary>
static class PaperFrames
{
    const int LargestHead = 64 * 1024;
    const string Variant = "pdf/a-3b";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static async Task WriteAsync(Stream worker, PaperOrder order, CancellationToken stop)
    {
        var html = Encoding.UTF8.GetBytes(order.Html);
        var pictures = order.Pictures.Select(picture => new PictureHead(picture.Key, picture.Value.Length)).ToArray();
        var head = JsonSerializer.SerializeToUtf8Bytes(new OrderHead(html.Length, pictures, Variant, PaperOptions.MostPages, Guid.NewGuid().ToString("N")), Json);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, head.Length);
        await worker.WriteAsync(length, stop);
        await worker.WriteAsync(head, stop);
        await worker.WriteAsync(html, stop);
        foreach (var picture in order.Pictures.Values) await worker.WriteAsync(picture, stop);
        await worker.FlushAsync(stop);
    }

    /// <exception cref="EndOfStreamException">The worker ended.</exception>
    /// <exception cref="JsonException">It speaks otherwise.</exception>
    public static async Task<PaperAnswer> ReadAsync(Stream worker, CancellationToken stop)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(worker, sizeof(int), sizeof(int), stop));
        var head = JsonSerializer.Deserialize<AnswerHead>(await ReadAsync(worker, length, LargestHead, stop), Json) ?? throw new JsonException();
        return new(head.State, await ReadAsync(worker, head.Length, PaperOptions.MostBytes, stop));
    }

    static async Task<byte[]> ReadAsync(Stream worker, int length, int most, CancellationToken stop)
    {
        if (length < 0 || length > most) throw new JsonException($"A length of {length}.");
        var bytes = new byte[length];
        await worker.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    sealed record OrderHead(int Html, PictureHead[] Pictures, string Variant, int Pages, string Identifier);

    sealed record PictureHead(string Name, int Length);

    sealed record AnswerHead(PaperState State, int Length);
}

/// <summary>What a worker says: that it is there, or what became of a paper.</summary>
/// <param name="State">Which of them.</param>
/// <param name="Body">The PDF, or why there is none.</param>
sealed record PaperAnswer(PaperState State, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

enum PaperState
{
    Missing,
    Ready,
    Made,
    Large,
    Picture,
    Refused,
}
