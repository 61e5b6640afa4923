using Microsoft.Extensions.Options;

namespace SmartKampung.Host.Regency;

/// <summary>Options as they are now, and not as they were at the start.</summary>
sealed class PresentOptions<T>(IOptionsMonitor<T> monitor) : IOptions<T> where T : class
{
    public T Value => monitor.CurrentValue;
}
