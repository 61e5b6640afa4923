namespace SmartKampung.Host.Modules;

/// <summary>A module on its way from a folder to running, and where it stopped if it did.</summary>
sealed class Module(string folder)
{
    public string Folder { get; } = folder;

    public ModuleManifest? Manifest { get; private set; }

    public ModuleState State { get; private set; } = ModuleState.Found;

    public string? Reason { get; private set; }

    public Capsule? Capsule { get; private set; }

    public string Id => Manifest?.Id ?? Path.GetFileName(Folder);

    public bool IsRunning => State == ModuleState.Running;

    public void Describe(ModuleManifest manifest) => Manifest = manifest;

    public void Reach(ModuleState state, Capsule? capsule = null)
    {
        State = state;
        Capsule = capsule ?? Capsule;
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
    Mapped,
    Running,
    Failed,
}
