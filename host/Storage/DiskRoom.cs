namespace SmartKampung.Host.Storage;

/// <summary>
/// Says whether there is room to save. Saving ends before the disk is full, so that logs, checkpoints and stopping still find room;
/// reading goes on.
/// </summary>
sealed class DiskRoom
{
    // Those of the operating system, so that a disk that is full all the same reads the same: ENOSPC and EDQUOT.
    const int NoSpace = 28;
    const int QuotaExceeded = 122;

    volatile bool isShort;

    public bool IsShort
    {
        get => isShort;
        set => isShort = value;
    }

    /// <summary>Whether something failed for want of room.</summary>
    public static bool IsCauseOf(Exception? failure) => failure is not null
        && ((failure is IOException io && (io.HResult & 0xFFFF) is NoSpace or QuotaExceeded) || IsCauseOf(failure.InnerException));

    /// <exception cref="StorageUnavailableException">There is too little; nothing was saved.</exception>
    public void Demand()
    {
        if (isShort) throw new StorageUnavailableException("Nothing is saved until the disk has room again.", new IOException("The disk is nearly full.", NoSpace));
    }
}
