using System.Text.Json;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>A village's card as it lies in files: who works there and what they sign in with is sealed, as the village's documents are.</summary>
static class SealedCard
{
    const string Owner = "backups";
    const string Type = nameof(VillageCard);

    public static VillageCard Seal(VillageCard card, PartitionSeal seal)
    {
        if (card.Roles.Count == 0) return card;
        var body = seal.Present.Seal(Owner, Type, card.Village, JsonSerializer.SerializeToUtf8Bytes(card.Roles, BackupManifest.Json));
        return card with { Roles = [], SealedRoles = $"{body.Key}.{Convert.ToBase64String(body.Content)}" };
    }

    /// <param name="card">The card.</param>
    /// <param name="village">The village that it was sealed for.</param>
    /// <param name="seal">Its seal.</param>
    /// <exception cref="BackupException">The key is missing, or the roles were changed.</exception>
    public static VillageCard Open(VillageCard card, Guid village, PartitionSeal seal)
    {
        if (card.SealedRoles is not { } written || written.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot)) return card;
        try
        {
            var body = new SealedBody(new() { Id = village }, written[..dot], Convert.FromBase64String(written[(dot + 1)..]));
            var roles = JsonSerializer.Deserialize<List<BackedUpRole>>(seal.Open(Owner, Type, body.Write()), BackupManifest.Json)!;
            return card with { Roles = roles, SealedRoles = null };
        }
        catch (Exception refusal) when (refusal is StorageUnavailableException or FormatException or JsonException)
        {
            throw new BackupException(BackupMessages.DoesNotFit(refusal.Message), refusal);
        }
    }
}

/// <summary>A key of a backed-up village's personal data.</summary>
/// <param name="Id">The name of the installation's key that it comes from.</param>
/// <param name="Value">Opens what was sealed in that village by then.</param>
sealed record BackedUpKey(string Id, byte[] Value)
{
    public const int Size = 32;

    public PartitionKey ToKey() => new(Id, Value, []);
}
