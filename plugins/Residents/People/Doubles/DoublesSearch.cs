namespace SmartKampung.Residents.People;

/// <summary>What somebody found, kept until they search again: so that each search is in the records, and a page that is loaded again searches nothing.</summary>
sealed record DoublesSearch : Document
{
    /// <summary>The account; null for who has the administrator's key.</summary>
    public Guid? Person { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many there were, also those that are too many to keep.</summary>
    public required int Count { get; init; }

    public IReadOnlyList<DoubleRecord> Found { get; init; } = [];
}

/// <summary>A person who is registered as living in several villages.</summary>
sealed record DoubleRecord(IReadOnlyList<DoublePlace> Places)
{
    /// <summary>Whether more than one village says that they live there for good; for a time one may live elsewhere.</summary>
    public bool IsForGood => Places.Count(place => place.State == ResidentState.Living) > 1;
}

/// <summary>One of the records of such a person.</summary>
/// <param name="Resident">The record, which staff of the village open.</param>
/// <param name="Village">The village's name.</param>
/// <param name="VillageSlug">Its part of its address.</param>
/// <param name="District">The code of its district.</param>
/// <param name="DistrictName">The district's name.</param>
/// <param name="State">How the person stands there.</param>
/// <param name="RecordedAt">Since when the record is there; null where that is not known.</param>
sealed record DoublePlace(Guid Resident, string Village, string VillageSlug, string District, string DistrictName, ResidentState State, DateTimeOffset? RecordedAt);
