namespace SmartKampung.Host.Modules;

/// <summary>So many calls into a module are under way that no other is let in; it was not called.</summary>
sealed class ModuleBusyException(string module) : Exception($"Module '{module}' has as many calls at once as it may have.");

/// <summary>A call into a module did not come back in its time. It may still be running; nobody waits for it any more.</summary>
sealed class ModuleOverdueException(string module, TimeSpan time) : Exception($"Module '{module}' did not come back within {time.TotalSeconds:0.#} s.");
