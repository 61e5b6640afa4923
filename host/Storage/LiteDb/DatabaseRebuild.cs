using LiteDB;
using LiteDB.Engine;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>Makes a whole copy of a damaged file where LiteDB can read all that is in it. Whoever looks after the machine decides whether to use it.</summary>
static class DatabaseRebuild
{
    /// <returns>The copy's name, or null where something is lost.</returns>
    public static string? TryRebuild(DatabasePaths damaged, PartitionSeal seal, string copy, IDiskSync sync)
    {
        var paths = new DatabasePaths(copy);
        try
        {
            File.Copy(damaged.Data, paths.Data);
            if (File.Exists(damaged.Log)) File.Copy(damaged.Log, paths.Log);
            if (!LosesNothing(paths)) return Discard(paths);
            using (var open = OpenDatabase.Open(paths, sync, new(0), seal)) open.Verify();
            return copy;
        }
        catch (Exception)
        {
            return Discard(paths);
        }
        finally
        {
            foreach (var backup in Directory.GetFiles(paths.Folder, Path.GetFileNameWithoutExtension(copy) + "*-backup*")) File.Delete(backup);
        }
    }

    static bool LosesNothing(DatabasePaths paths)
    {
        var options = new RebuildOptions { Collation = Collation.Binary, IncludeErrorReport = false };
        using var engine = new LiteEngine(new EngineSettings { Filename = paths.Data });
        engine.Rebuild(options);
        return !options.GetErrorReport().Any();
    }

    static string? Discard(DatabasePaths paths)
    {
        File.Delete(paths.Data);
        File.Delete(paths.Log);
        return null;
    }
}
