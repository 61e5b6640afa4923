namespace SmartKampung.News;

/// <summary>The version that somebody looked at when they pressed a button.</summary>
sealed record SeenVersion(int Version);
