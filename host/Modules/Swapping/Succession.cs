namespace SmartKampung.Host.Modules;

/// <summary>From the modules that ran to those of the folder as it was read anew: what goes on, what comes and what goes.</summary>
sealed class Succession(IReadOnlyList<Module> before, IReadOnlyList<Module> found)
{
    public IReadOnlyList<Module> Found => found;

    public IReadOnlyList<Capsule> Come => [.. CapsulesOf(found).Except(CapsulesOf(before))];

    public IReadOnlyList<Capsule> Gone => [.. CapsulesOf(before).Except(CapsulesOf(found))];

    /// <exception cref="ModuleException">One of them does not run.</exception>
    public IReadOnlyList<Capsule> RequiredBy(Module module) =>
    [
        .. module.Manifest!.Requires.Keys.Select(id =>
            found.FirstOrDefault(other => other.Id == id && other.IsRunning)?.Capsule ?? throw new ModuleException($"It requires '{id}', which failed.")),
    ];

    /// <summary>The module as it runs already, where neither it nor what it requires has changed.</summary>
    public Module? Unchanged(Module module) => before.FirstOrDefault(other =>
        other.IsRunning && other.Id == module.Id && other.Fingerprint == module.Fingerprint && other.Required.SequenceEqual(module.Required));

    /// <summary>What ran goes on where the new state of its folder can't run.</summary>
    public void KeepWhatRan()
    {
        while (found.Any(module => module.State == ModuleState.Failed && KeepWhatRan(module)))
        {
        }
    }

    /// <inheritdoc cref="KeepWhatRan()" />
    public bool KeepWhatRan(Module module)
    {
        if (before.FirstOrDefault(other => other.IsRunning && other.Folder == module.Folder) is not { } ran || !MayGoOn(ran)) return false;
        module.Continue(ran, module.Reason);
        return true;
    }

    public IReadOnlyList<ModuleChange> Changes() =>
    [
        .. found.Select(module => new ModuleChange(module.Id, WhatOf(module), module.Manifest?.Version, module.Reason)),
        .. before.Where(module => module.IsRunning && found.All(other => other.Id != module.Id)).Select(module => new ModuleChange(module.Id, "removed", module.Manifest!.Version, null)),
    ];

    static IEnumerable<Capsule> CapsulesOf(IEnumerable<Module> modules) => modules.Where(module => module.IsRunning).Select(module => module.Capsule!);

    bool MayGoOn(Module ran)
    {
        var running = found.Where(module => module.IsRunning).ToList();
        return ran.Required.All(required => running.Any(module => module.Capsule == required))
            && !running.Any(module => module.Id == ran.Id || module.Manifest!.Places.Intersect(ran.Manifest!.Places).Any());
    }

    string WhatOf(Module module)
    {
        if (!module.IsRunning) return "failed";
        if (module.Reason is not null) return "kept";
        if (CapsulesOf(before).Contains(module.Capsule)) return "unchanged";
        return CapsulesOf(before).Any(capsule => capsule.Id == module.Id) ? "replaced" : "added";
    }
}

/// <summary>What became of a module when the plugin folder was read again.</summary>
/// <param name="Module">The module's id.</param>
/// <param name="Change">added, replaced, removed, unchanged, kept (its new version can't run, the one before goes on) or failed.</param>
/// <param name="Version">The version that runs, or the one that can't where none does.</param>
/// <param name="Reason">Why it was kept or failed, or null.</param>
sealed record ModuleChange(string Module, string Change, string? Version, string? Reason);
