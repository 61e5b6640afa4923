namespace SmartKampung.Host.Storage;

/// <summary>What a sealed file holds; whatever is read was found to be as it was written, at the place where it was written.</summary>
sealed class UnsealedStream : Stream
{
    readonly Stream file;
    readonly Func<SealFault, Exception> refuse;
    readonly PassphraseSeal seal;
    readonly byte[] written = new byte[PassphraseSeal.ChunkSize + PassphraseSeal.TagSize];
    readonly byte[] chunk = new byte[PassphraseSeal.ChunkSize];
    readonly long chunks;
    long present = -1;

    /// <param name="file">What was sealed.</param>
    /// <param name="passphrase">With which.</param>
    /// <param name="refuse">What is thrown where it can't be opened or, later, read.</param>
    public UnsealedStream(Stream file, string passphrase, Func<SealFault, Exception> refuse)
    {
        (this.file, this.refuse) = (file, refuse);
        seal = PassphraseSeal.Read(file, passphrase) ?? throw refuse(SealFault.Unknown);
        var (whole, rest) = Math.DivRem(file.Length - PassphraseSeal.HeaderSize, written.Length);
        chunks = whole + (rest > 0 ? 1 : 0);
        if (chunks == 0 || rest is > 0 and < PassphraseSeal.TagSize) throw refuse(SealFault.CutOff);
        Length = file.Length - PassphraseSeal.HeaderSize - (chunks * PassphraseSeal.TagSize);
        if (!TryLoad(0)) throw refuse(SealFault.WrongPassphrase);
        if (!TryLoad(chunks - 1)) throw refuse(SealFault.CutOff);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        var (number, offset) = Math.DivRem(Position, PassphraseSeal.ChunkSize);
        if (number != present && !TryLoad(number)) throw refuse(SealFault.Changed);
        var count = (int)Math.Min(buffer.Length, Math.Min(PassphraseSeal.ChunkSize - offset, Length - Position));
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
        file.Position = PassphraseSeal.HeaderSize + (number * written.Length);
        var count = file.ReadAtLeast(written, written.Length, throwOnEndOfStream: false);
        if (!seal.TryDecrypt(number, number == chunks - 1, written.AsSpan(0, count), chunk)) return false;
        present = number;
        return true;
    }
}

/// <summary>What is wrong with a sealed file.</summary>
enum SealFault
{
    Unknown,
    WrongPassphrase,
    CutOff,
    Changed,
}
