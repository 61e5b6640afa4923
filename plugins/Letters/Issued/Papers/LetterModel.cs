namespace SmartKampung.Letters.Issued.Papers;

/// <summary>What the paper of a letter is written from: the names that a type's body may use.</summary>
sealed record LetterModel
{
    public required SubjectModel Subject { get; init; }

    /// <summary>By key: text, day, time, decimal, yes or no, and for a group a list of the same.</summary>
    public required Dictionary<string, object?> Answers { get; init; }

    public required OfficeModel Village { get; init; }

    public required NumberedModel Letter { get; init; }

    /// <summary>Those who sign, in order; the first is <see cref="Signer"/>.</summary>
    public required IReadOnlyList<SignerModel> Signers { get; init; }

    public SignerModel Signer => Signers[0];

    /// <summary>Those who endorse after it was signed (mengetahui).</summary>
    public IReadOnlyList<SignerModel> Endorsers { get; init; } = [];

    /// <summary>Whether it is printed and signed by hand.</summary>
    public bool IsByHand { get; init; }

    public bool IsPreview { get; init; }

    /// <summary>Whether it shows to whoever asks what they would get: without number, QR code and signature.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether the body has a heading of its own.</summary>
    public bool HasHeading { get; init; }

    /// <summary>The names of the pictures that stand on it; empty for none.</summary>
    public string Emblem { get; init; } = "";

    public string Qr { get; init; } = "";

    /// <summary>Where the letter is checked, as people type it.</summary>
    public string CheckAddress { get; init; } = "";
}

/// <summary>Whom the letter is for.</summary>
sealed record SubjectModel
{
    public required string Name { get; init; }
    public string Nik { get; init; } = "";
    public string FamilyCardNumber { get; init; } = "";
    public bool IsMale { get; init; }

    /// <summary>Laki-laki or Perempuan.</summary>
    public string Sex => IsMale ? "Laki-laki" : "Perempuan";

    public string BirthPlace { get; init; } = "";
    public DateOnly? BirthDate { get; init; }

    /// <summary>In whole years on the day of the letter.</summary>
    public int? Age { get; init; }

    public string Religion { get; init; } = "";
    public string MaritalStatus { get; init; } = "";
    public string Occupation { get; init; } = "";
    public string Education { get; init; } = "";
    public string Nationality { get; init; } = "";
    public string BloodGroup { get; init; } = "";
    public string Relation { get; init; } = "";
    public string FatherName { get; init; } = "";
    public string MotherName { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>Street and house alone.</summary>
    public string Address { get; init; } = "";

    public string Hamlet { get; init; } = "";
    public string RwNumber { get; init; } = "";
    public string RtNumber { get; init; } = "";

    /// <summary>From street to district, in a line.</summary>
    public string FullAddress { get; init; } = "";
}

/// <summary>The office that the letter comes from.</summary>
sealed record OfficeModel
{
    public required string Name { get; init; }

    /// <summary>Desa or Kelurahan.</summary>
    public required string Kind { get; init; }

    /// <summary>Kepala Desa or Lurah.</summary>
    public required string HeadOffice { get; init; }

    /// <summary>Dusun or Lingkungan.</summary>
    public required string HamletKind { get; init; }

    /// <summary>Without the word Kecamatan.</summary>
    public required string District { get; init; }

    /// <summary>With its kind, such as Kabupaten Banyuwangi.</summary>
    public required string Regency { get; init; }

    /// <summary>What stands behind a time of day: WIB, WITA or WIT.</summary>
    public string Clock { get; init; } = "";

    public string Code { get; init; } = "";
    public string OfficeCode { get; init; } = "";
    public string Address { get; init; } = "";
    public string PostalCode { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
}

/// <summary>The letter itself.</summary>
sealed record NumberedModel
{
    public required string Title { get; init; }
    public required string Number { get; init; }
    public required DateOnly Date { get; init; }
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The classification, such as 470.</summary>
    public string Class { get; init; } = "";

    /// <summary>The code that it is checked by.</summary>
    public string Code { get; init; } = "";
}

/// <summary>A signature as it is printed.</summary>
/// <param name="Lines">The office, line by line, such as <c>a.n. Kepala Desa Tamansari</c>, <c>Sekretaris Desa</c>.</param>
/// <param name="Name">The name with titles.</param>
/// <param name="Nip">The number of a civil servant; or empty.</param>
sealed record SignerModel(IReadOnlyList<string> Lines, string Name, string Nip = "")
{
    /// <summary>The name of the place that the paper keeps free for what comes with this signature; or empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The office in a line.</summary>
    public string Office => string.Join(", ", Lines);
}
