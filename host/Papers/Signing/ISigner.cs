namespace SmartKampung.Host.Papers;

/// <summary>A way to sign papers.</summary>
interface ISigner
{
    /// <param name="pdf">What is to be signed.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="mark">What is seen of it on the paper, or null.</param>
    /// <param name="village">Where, or null at the portal.</param>
    /// <param name="stop">Cancels it.</param>
    /// <exception cref="SigningException">It can't be signed.</exception>
    Task<byte[]> SignAsync(byte[] pdf, PaperSigner signer, MadeMark? mark, Village? village, CancellationToken stop);
}
