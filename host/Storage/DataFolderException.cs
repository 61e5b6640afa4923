namespace SmartKampung.Host.Storage;

/// <summary>The data folder can't be used: another host holds it, or it can't be written, or its data are not for this host.</summary>
sealed class DataFolderException(string message, Exception? cause = null) : Exception(message, cause);
