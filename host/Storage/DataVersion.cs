using System.Text.Json;

namespace SmartKampung.Host.Storage;

/// <summary>
/// The version of what lies in the data folder, told by its <c>version.json</c>. Data of an older host are brought to the present one
/// step by step before anything else reads them; those of a newer host are refused. A folder without the file is of version 0, new or from before there were versions.
/// </summary>
sealed class DataVersion(string folder, IReadOnlyList<DataStep> steps, IDiskSync sync)
{
    const string FileName = "version.json";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    int Present => steps.Count;

    string File => Path.Combine(folder, FileName);

    /// <summary>Brings the data to the present version. A step that was interrupted is run again.</summary>
    /// <exception cref="DataFolderException">The data are of a newer host, or a step failed.</exception>
    public void Bring()
    {
        var version = Read();
        if (version > Present)
            throw new DataFolderException($"The data in {folder} are of a newer host: version {version}, this host knows {Present}. Start the newer host, or restore a backup.");
        try
        {
            for (; version < Present; version++) Run(version);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data in {folder} can't be brought from version {version} to {version + 1} ({steps[version].What}): {failure.Message}", failure);
        }
    }

    void Run(int version)
    {
        steps[version].Run(folder);
        Write(version + 1);
    }

    int Read()
    {
        if (!System.IO.File.Exists(File)) return 0;
        try
        {
            return JsonSerializer.Deserialize<Told>(System.IO.File.ReadAllText(File), Json) is { Version: > 0 } told ? told.Version : throw new JsonException("It tells no version.");
        }
        catch (JsonException failure)
        {
            throw new DataFolderException($"{File} can't be understood: {failure.Message} Restore it from a backup.", failure);
        }
    }

    /// <summary>Under another name first, so that the file is never half written.</summary>
    void Write(int version)
    {
        var next = File + ".new";
        using (var file = System.IO.File.Create(next))
        {
            JsonSerializer.Serialize(file, new Told(version), Json);
            file.Flush();
            sync.SyncFile(file.SafeFileHandle);
        }

        System.IO.File.Move(next, File, overwrite: true);
        sync.SyncFolder(folder);
    }

    sealed record Told(int Version);
}

/// <summary>Brings the data folder from one version to the next. It may be run twice, since the host can be killed before it is told as done.</summary>
/// <param name="What">What it does, for the message where it fails.</param>
/// <param name="Run">Gets the folder; nothing in it is open.</param>
sealed record DataStep(string What, Action<string> Run);
