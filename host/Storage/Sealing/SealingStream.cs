namespace SmartKampung.Host.Storage;

/// <summary>Encrypts what is written, chunk by chunk.</summary>
sealed class SealingStream : WriteOnlyStream
{
    readonly Stream file;
    readonly PassphraseSeal seal;
    readonly byte[] chunk = new byte[PassphraseSeal.ChunkSize];
    readonly byte[] written = new byte[PassphraseSeal.ChunkSize + PassphraseSeal.TagSize];
    int count;
    long number;

    public SealingStream(Stream file, PassphraseSeal seal)
    {
        (this.file, this.seal) = (file, seal);
        file.Write(seal.Header);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (count == chunk.Length) WriteChunk(isLast: false);
            var taken = Math.Min(buffer.Length, chunk.Length - count);
            buffer[..taken].CopyTo(chunk.AsSpan(count));
            count += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the chunk that says that nothing follows; without it the file is known to be cut off.</summary>
    public void Finish() => WriteChunk(isLast: true);

    void WriteChunk(bool isLast)
    {
        seal.Encrypt(number++, isLast, chunk.AsSpan(0, count), written);
        file.Write(written, 0, count + PassphraseSeal.TagSize);
        count = 0;
    }
}
