namespace SmartKampung.Host.Modules;

/// <summary>One call into a module that has not come back yet.</summary>
sealed class ModuleCall(string module, CallGate gate, long began)
{
    volatile bool isLost;

    public string Module => module;

    public CallGate Gate => gate;

    /// <summary>Whether its time is over, and whoever waited has been answered without it.</summary>
    public bool IsLost => isLost;

    public TimeSpan Age => TimeProvider.System.GetElapsedTime(began);

    public void Lose() => isLost = true;
}
