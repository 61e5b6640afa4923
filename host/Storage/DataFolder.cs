namespace SmartKampung.Host.Storage;

/// <summary>The folder that holds everything the installation keeps.</summary>
sealed record DataFolder(string Path);
