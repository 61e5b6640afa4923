namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>LiteDB or the disk failed, as opposed to a module's own code. Whoever meets it closes the file and looks at it anew.</summary>
sealed class EngineFailureException(Exception cause) : Exception(cause.Message, cause)
{
    static readonly int[] Passing = [2, 11, 13, 23, 24, 27, 28, 30, 122];

    /// <summary>Disk full, read-only, too many files: the data is whole, and will be usable again.</summary>
    public bool IsPassing => InnerException is UnauthorizedAccessException
        || (InnerException is IOException io && Passing.Contains(io.HResult & 0xFFFF));

    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is not EngineFailureException)
        {
            throw new EngineFailureException(failure);
        }
    }
}
