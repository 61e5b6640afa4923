namespace SmartKampung.Host.Backups;

/// <summary>Encrypts what is written, chunk by chunk.</summary>
sealed class SealingStream : WriteOnlyStream
{
    readonly Stream file;
    readonly Seal seal;
    readonly byte[] chunk = new byte[Seal.ChunkSize];
    readonly byte[] written = new byte[Seal.ChunkSize + Seal.TagSize];
    int count;
    long number;

    public SealingStream(Stream file, Seal seal)
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
        file.Write(written, 0, count + Seal.TagSize);
        count = 0;
    }
}
