namespace SmartKampung.Host.Background;

/// <summary>How long to wait before something that failed is tried again: short at first, about a day in all.</summary>
static class BackOff
{
    static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(16),
    ];

    /// <returns>Null once it has been tried often enough.</returns>
    public static TimeSpan? After(int attempts) => attempts <= Pauses.Length ? Pauses[attempts - 1] : null;
}
