using SmartKampung.Residents.Lists;

namespace SmartKampung.Residents.People;

/// <summary>How the members of a family stand to its head.</summary>
static class Relations
{
    public static string Head { get; } = ReferenceLists.Relations.Find(1)!.Name;

    /// <summary>The place on the card: the head first; what is not known last.</summary>
    public static int RankOf(string relation) => ReferenceLists.Relations.Find(relation)?.Code ?? int.MaxValue;
}
