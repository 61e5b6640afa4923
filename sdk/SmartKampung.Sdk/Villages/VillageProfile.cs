namespace SmartKampung.Sdk;

/// <summary>What a village tells of itself. Everything may be empty: most villages begin with nothing but their name.</summary>
public sealed record VillageProfile
{
    /// <summary>Whether the village's pages are offered in English beside Indonesian.</summary>
    public bool IsInEnglish { get; init; } = true;

    /// <summary>The sentence in large type on the home page.</summary>
    public LocalText Headline { get; init; } = LocalText.Empty;

    /// <summary>One or two sentences below the headline.</summary>
    public LocalText Lead { get; init; } = LocalText.Empty;

    /// <summary>History, land and people as sanitized HTML.</summary>
    public LocalText About { get; init; } = LocalText.Empty;

    /// <summary>The vision (visi).</summary>
    public LocalText Vision { get; init; } = LocalText.Empty;

    /// <summary>The missions (misi), in order.</summary>
    public List<LocalText> Missions { get; init; } = [];

    /// <summary>The accent colour of the village's pages as #rrggbb, at least 4.5:1 against white; empty for the regency's.</summary>
    public string Accent { get; init; } = "";

    /// <summary>The file of the emblem, or empty.</summary>
    public string Emblem { get; init; } = "";

    /// <summary>The picture of the media library that the emblem's file is of, or null.</summary>
    public Guid? EmblemMedia { get; init; }

    /// <summary>The one picture beside the headline where <see cref="Heroes"/> are none, or null.</summary>
    public StoredPicture? Hero { get; init; }

    /// <summary>The pictures of the home page, the one beside the headline first.</summary>
    public List<VillagePicture> Heroes { get; init; } = [];

    /// <summary>The officials, head first.</summary>
    public List<VillageOfficial> Officials { get; init; } = [];

    /// <summary>The street address of the office.</summary>
    public string Address { get; init; } = "";

    /// <summary>The office's telephone number as people write it.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The office's WhatsApp number, international, digits alone.</summary>
    public string WhatsApp { get; init; } = "";

    /// <summary>The office's e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>When the office is open; a day without an entry is closed.</summary>
    public List<OpeningHours> OpeningHours { get; init; } = [];

    /// <summary>Numbers to call in an emergency.</summary>
    public List<EmergencyContact> EmergencyContacts { get; init; } = [];

    /// <summary>The names of the hamlets (dusun, in a kelurahan lingkungan).</summary>
    public List<string> Hamlets { get; init; } = [];

    /// <summary>People living in the village, or null when not told.</summary>
    public int? Population { get; init; }

    /// <summary>Families living in the village, or null when not told.</summary>
    public int? Families { get; init; }

    /// <summary>Area in square kilometres, or null when not told.</summary>
    public decimal? AreaKm2 { get; init; }

    /// <summary>The office's code in letter numbers, such as <c>429.523.03</c>; not the Kemendagri code.</summary>
    public string OfficeCode { get; init; } = "";

    /// <summary>The village's bank account, or null.</summary>
    public BankAccount? BankAccount { get; init; }

    /// <summary>The village's static QRIS payload, or empty.</summary>
    public string Qris { get; init; } = "";
}

/// <summary>A text in Indonesian and, where there is one, in English.</summary>
/// <param name="Indonesian">The text in Indonesian.</param>
/// <param name="English">The text in English, or empty.</param>
public sealed record LocalText(string Indonesian, string English = "")
{
    /// <summary>No text.</summary>
    public static LocalText Empty { get; } = new("");

    /// <summary>The text in a language, Indonesian where that is missing.</summary>
    /// <param name="language"><c>id</c> or <c>en</c>.</param>
    public string In(string language) => language == "en" && English.Length > 0 ? English : Indonesian;
}

/// <summary>Somebody who serves in the village's office.</summary>
/// <param name="Name">The name with titles.</param>
/// <param name="Office">The office, such as <c>Sekretaris desa</c>.</param>
/// <param name="Term">The term of office as people write it, where its days are not told; or empty.</param>
/// <param name="Picture">The file of a square picture where <paramref name="Photo"/> is none; or empty.</param>
/// <param name="From">The day that the term of office began, or null.</param>
/// <param name="Until">The day that the term of office ends, or null.</param>
/// <param name="Photo">A picture of the media library, or null.</param>
public sealed record VillageOfficial(
    string Name, LocalText Office, string Term = "", string Picture = "", DateOnly? From = null, DateOnly? Until = null, VillagePicture? Photo = null);

/// <summary>The office is open on a day of the week from and to a time of the village's clock.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Opens">The time it opens.</param>
/// <param name="Closes">The time it closes, after <paramref name="Opens"/>.</param>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>A number to call in an emergency.</summary>
/// <param name="Name">Who answers.</param>
/// <param name="Phone">The number as people write it.</param>
public sealed record EmergencyContact(LocalText Name, string Phone);

/// <summary>A bank account to which the village is paid.</summary>
/// <param name="Bank">The bank's name.</param>
/// <param name="Number">The account number.</param>
/// <param name="Holder">The account holder's name.</param>
public sealed record BankAccount(string Bank, string Number, string Holder);
