namespace SmartKampung.Host.Storage;

/// <summary>The steps from each version of the data folder to the next; the first one leads from 0 to 1.</summary>
static class DataSteps
{
    public static IReadOnlyList<DataStep> All { get; } = [new("keys are closed to other users", CloseKeys), new("personal data have a key", PersonalKeys.Make)];

    /// <summary>The keys that sign sessions were readable by every user of the machine.</summary>
    static void CloseKeys(string folder)
    {
        var keys = Path.Combine(folder, "keys");
        if (!OperatingSystem.IsWindows() && Directory.Exists(keys)) File.SetUnixFileMode(keys, DataFolder.OwnerOnly);
    }
}
