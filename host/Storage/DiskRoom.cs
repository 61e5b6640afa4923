namespace SmartKampung.Host.Storage;

/// <summary>
/// Says whether there is room to save. Saving ends before the disk is full, so that logs, checkpoints and stopping still find room;
/// reading goes on.
/// </summary>
sealed class DiskRoom
{
    // Those of the operating system, so that a disk that is full all the same reads the same: ENOSPC, EDQUOT and EROFS.
    const int NoSpace = 28;
    const int QuotaExceeded = 122;
    const int ReadOnly = 30;

    volatile bool isShort;

    public bool IsShort
    {
        get => isShort;
        set => isShort = value;
    }

    /// <summary>Whether something failed for want of room.</summary>
    public static bool IsCauseOf(Exception? failure) => Has(failure, NoSpace, QuotaExceeded);

    /// <summary>Whether something failed since the disk can only be read, as after an error of the disk itself.</summary>
    public static bool IsReadOnlyCauseOf(Exception? failure) => Has(failure, ReadOnly);

    /// <exception cref="StorageUnavailableException">There is too little; nothing was saved.</exception>
    public void Demand()
    {
        if (isShort) throw new StorageUnavailableException("Nothing is saved until the disk has room again.", new IOException("The disk is nearly full.", NoSpace));
    }

    static bool Has(Exception? failure, params ReadOnlySpan<int> errors) => failure is not null
        && ((failure is IOException io && errors.Contains(io.HResult & 0xFFFF)) || Has(failure.InnerException, errors));
}
