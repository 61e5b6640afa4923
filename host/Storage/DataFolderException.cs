namespace SmartKampung.Host.Storage;

/// <summary>The data folder can't be used: another host holds it, or it can't be written.</summary>
sealed class DataFolderException(string message, Exception cause) : Exception(message, cause);
