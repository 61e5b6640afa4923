namespace SmartKampung.Host.Backups;

/// <summary>In the installation's data: a backup that was made, or that failed.</summary>
sealed record BackupRecord : Document
{
    public required Guid Village { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required BackupCause Cause { get; init; }

    /// <summary>The file's name in the folder of the backups; empty where it failed.</summary>
    public string File { get; init; } = "";

    public long Bytes { get; init; }

    /// <summary>The SHA-256 of the file, by which it is known when it is brought back.</summary>
    public string Hash { get; init; } = "";

    public bool IsSealed { get; init; }

    /// <summary>Whether its passphrase is one that somebody chose for it, so that this host can't open it by itself.</summary>
    public bool HasOwnPassphrase { get; init; }

    /// <summary>Whether the whole file was read back and found right.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Whether the file was removed since; it may still be brought back.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>How long nobody could read or write the village while it was copied.</summary>
    public TimeSpan Pause { get; init; }

    public int Documents { get; init; }

    public int Files { get; init; }

    /// <summary>Tells whether the village changed since.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Why it failed, or null.</summary>
    public string? Failure { get; init; }
}

/// <summary>Why a backup was made.</summary>
enum BackupCause
{
    Schedule,
    Person,
    BeforeRestore,
}

/// <summary>In the installation's data: up to which moment the villages of a time zone were looked at.</summary>
sealed record BackupRound : Document
{
    public required string TimeZone { get; init; }

    public required DateTimeOffset DoneFor { get; init; }
}
