namespace SmartKampung.Host.Modules;

/// <summary>A module on its way from a folder to running, and where it stopped if it did.</summary>
sealed class Module(string folder)
{
    public string Folder { get; } = folder;

    public ModuleManifest? Manifest { get; private set; }

    public ModuleState State { get; private set; } = ModuleState.Found;

    public string? Reason { get; private set; }

    public Capsule? Capsule { get; private set; }

    /// <summary>Tells what the folder held when it was read.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>The capsules of what it requires, as it was composed with them.</summary>
    public IReadOnlyList<Capsule> Required { get; set; } = [];

    public string Id => Manifest?.Id ?? Path.GetFileName(Folder);

    public bool IsRunning => State == ModuleState.Running;

    public void Describe(ModuleManifest manifest) => Manifest = manifest;

    public void Resolve() => State = ModuleState.Resolved;

    public void Run(Capsule capsule) => (State, Capsule) = (ModuleState.Running, capsule);

    /// <summary>Goes on as it ran before.</summary>
    /// <param name="before">The module as it runs.</param>
    /// <param name="reason">Why what the folder holds now does not take over, or null where it is the same.</param>
    public void Continue(Module before, string? reason = null)
    {
        (State, Manifest, Capsule, Fingerprint, Required) = (ModuleState.Running, before.Manifest, before.Capsule, before.Fingerprint, before.Required);
        Reason = reason;
    }

    public void Fail(string reason)
    {
        State = ModuleState.Failed;
        Reason = reason;
        Capsule = null;
    }
}

enum ModuleState
{
    Found,
    Resolved,
    Loaded,
    Composed,
    Running,
    Failed,
}
