namespace SmartKampung.Host.Backups;

/// <summary>What a sealed file holds; whatever is read was found to be as it was written, at the place where it was written.</summary>
sealed class UnsealedStream : Stream
{
    readonly Stream file;
    readonly Seal seal;
    readonly byte[] written = new byte[Seal.ChunkSize + Seal.TagSize];
    readonly byte[] chunk = new byte[Seal.ChunkSize];
    readonly long chunks;
    long present = -1;

    /// <exception cref="BackupException">The passphrase is wrong, or the end is missing.</exception>
    public UnsealedStream(Stream file, string passphrase)
    {
        (this.file, seal) = (file, Seal.Read(file, passphrase));
        var (whole, rest) = Math.DivRem(file.Length - Seal.HeaderSize, written.Length);
        chunks = whole + (rest > 0 ? 1 : 0);
        if (chunks == 0 || rest is > 0 and < Seal.TagSize) throw new BackupException(BackupMessages.CutOff);
        Length = file.Length - Seal.HeaderSize - (chunks * Seal.TagSize);
        if (!TryLoad(0)) throw new BackupException(BackupMessages.WrongPassphrase);
        if (!TryLoad(chunks - 1)) throw new BackupException(BackupMessages.CutOff);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        var (number, offset) = Math.DivRem(Position, Seal.ChunkSize);
        if (number != present && !TryLoad(number)) throw new BackupException(BackupMessages.Changed);
        var count = (int)Math.Min(buffer.Length, Math.Min(Seal.ChunkSize - offset, Length - Position));
        chunk.AsSpan((int)offset, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        seal.Dispose();
        file.Dispose();
        base.Dispose(disposing);
    }

    bool TryLoad(long number)
    {
        present = -1;
        file.Position = Seal.HeaderSize + (number * written.Length);
        var count = file.ReadAtLeast(written, written.Length, throwOnEndOfStream: false);
        if (!seal.TryDecrypt(number, number == chunks - 1, written.AsSpan(0, count), chunk)) return false;
        present = number;
        return true;
    }
}
