using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Modules;

/// <summary>How much of the house one module may take. Times are in seconds.</summary>
sealed class ModuleLimitOptions
{
    /// <summary>Requests of one module at once; who comes then is asked to come again.</summary>
    [Range(1, 10_000)]
    public int RequestsAtOnce { get; set; } = 64;

    /// <summary>Jobs and event handlers of one module at once.</summary>
    [Range(1, 1_000)]
    public int WorkAtOnce { get; set; } = 16;

    /// <summary>Until a request is answered by the host, whatever its handler does.</summary>
    [Range(1, 3_600)]
    public int RequestSeconds { get; set; } = 30;

    /// <summary>Until an answer that has begun is cut off.</summary>
    [Range(1, 86_400)]
    public int DownloadSeconds { get; set; } = 900;

    /// <summary>Until a page goes without what a module adds to it.</summary>
    [Range(1, 60)]
    public int PartSeconds { get; set; } = 5;

    /// <summary>Until an event handler, or what a module does on its own but jobs, is given up.</summary>
    [Range(1, 86_400)]
    public int WorkSeconds { get; set; } = 300;

    /// <summary>Until a module that does not come back from its own start is given up.</summary>
    [Range(1, 600)]
    public int StartSeconds { get; set; } = 30;

    /// <summary>Until a version that was replaced is disposed, though requests are still in it.</summary>
    [Range(1, 3_600)]
    public int DrainSeconds { get; set; } = 60;
}
