namespace SmartKampung.Sdk;

/// <summary>Who signs a paper. The certificate bears the name, the office and the village.</summary>
/// <param name="Id">Who it is for the module, such as the account's id; the same person keeps a certificate as long as name and office stay.</param>
/// <param name="Name">The name with titles.</param>
/// <param name="Office">The office, such as <c>Kepala Desa</c>.</param>
public sealed record PaperSigner(Guid Id, string Name, string Office)
{
    /// <summary>What for, as readers of PDFs show it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where, as readers of PDFs show it.</summary>
    public string Location { get; init; } = "";

    /// <summary>The national number (NIK); asked for where <see cref="IPapers.Signing"/> is certified, and kept nowhere.</summary>
    public string NationalId { get; init; } = "";

    /// <summary>The passphrase of the certificate, typed for this signature; asked for where <see cref="IPapers.Signing"/> is certified, and kept nowhere.</summary>
    public string Passphrase { get; init; } = "";

    /// <summary>What people see of the signature on the paper itself, where that kept a place free for it; null for nothing.</summary>
    public PaperMark? Mark { get; init; }
}

/// <summary>How papers of a village are signed; set by the village, its district or the regency.</summary>
public enum SigningWay
{
    /// <summary>By a certificate of the installation.</summary>
    Own,

    /// <summary>By the signer's certificate of the state's service (BSrE), which asks for national number and passphrase.</summary>
    Certified,
}

/// <summary>A signature in a PDF. A paper is as it was signed where all are intact and the last one covers all.</summary>
/// <param name="Name">The name in the certificate.</param>
/// <param name="Office">The office in the certificate, or empty.</param>
/// <param name="Organization">The village or body in the certificate, or empty.</param>
/// <param name="SignedAt">When, as the signature itself says.</param>
public sealed record PaperSignature(string Name, string Office, string Organization, DateTimeOffset? SignedAt)
{
    /// <summary>Whether what it covers is what was signed, to the byte.</summary>
    public bool IsIntact { get; init; }

    /// <summary>Whether nothing was added after it.</summary>
    public bool CoversAll { get; init; }

    /// <summary>Whether its certificate was issued by this installation and held at that time; for others nothing is said of whom they trust.</summary>
    public bool IsOfInstallation { get; init; }
}

/// <summary>A paper could not be signed. There is no half signed one: nothing came of it.</summary>
public sealed class SigningException : Exception
{
    /// <summary>Tells why.</summary>
    public SigningException(SigningProblem problem, LocalText text, Exception? cause = null) : base($"{problem}: {text.In("en")}", cause) => (Problem, Text) = (problem, text);

    /// <summary>Why.</summary>
    public SigningProblem Problem { get; }

    /// <summary>The same for the signer, with what to do about it.</summary>
    public LocalText Text { get; }

    /// <summary>Whether the same can be tried again later, with nothing changed.</summary>
    public bool IsPassing => Problem is SigningProblem.Unreachable or SigningProblem.ServiceFailed;
}

/// <summary>Why a paper could not be signed.</summary>
public enum SigningProblem
{
    /// <summary>The passphrase is wrong.</summary>
    WrongPassphrase,

    /// <summary>The signer's certificate is over.</summary>
    CertificateExpired,

    /// <summary>The signer's certificate was withdrawn, or is not in use yet.</summary>
    CertificateInactive,

    /// <summary>The service does not know the signer.</summary>
    NotRegistered,

    /// <summary>Address or credentials of the service are not set, or wrong.</summary>
    NotConfigured,

    /// <summary>The service does not answer, or not in time.</summary>
    Unreachable,

    /// <summary>The service answered, but with nothing that can be used.</summary>
    ServiceFailed,

    /// <summary>It is no PDF that can be signed.</summary>
    UnfitPaper,
}
