namespace SmartKampung.Host.Regency;

/// <summary>Tells when villages were last backed up; the room of backups answers in the place of <see cref="NoBackups" />.</summary>
interface IBackups
{
    /// <summary>When each village was last backed up, by its id; who never was is not there.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastAsync(CancellationToken stop);
}

/// <summary>Nothing was ever backed up.</summary>
sealed class NoBackups : IBackups
{
    public Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DateTimeOffset>>(new Dictionary<Guid, DateTimeOffset>());
}
