namespace SmartKampung.Host.Modules;

/// <summary>A module can't be used, for the reason that the message tells whoever runs the installation.</summary>
sealed class ModuleException(string message, Exception? cause = null) : Exception(message, cause);
