using SmartKampung.Residents.Lists;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class ReferenceListTests
{
    [Fact]
    public void Lists_have_the_codes_that_the_population_administration_counts_with()
    {
        AssertCodes(89, ReferenceLists.Occupations);
        AssertCodes(10, ReferenceLists.Educations);
        AssertCodes(13, ReferenceLists.BloodGroups);
        AssertCodes(11, ReferenceLists.Relations);
        AssertCodes(7, ReferenceLists.Religions);
        AssertCodes(7, ReferenceLists.Disabilities);
        AssertCodes(4, ReferenceLists.MaritalStatuses);
        AssertCodes(3, ReferenceLists.Nationalities);
        AssertCodes(2, ReferenceLists.Sexes);
    }

    [Fact]
    public void Every_entry_is_found_by_code_and_by_name_however_it_is_written() =>
        Assert.All(
            new[] { ReferenceLists.Occupations, ReferenceLists.Educations, ReferenceLists.BloodGroups, ReferenceLists.Relations, ReferenceLists.Religions, ReferenceLists.Disabilities },
            list => Assert.All(list.Entries, entry =>
            {
                Assert.Same(entry, list.Find(entry.Code));
                Assert.Same(entry, list.Find($"{entry.Code}"));
                Assert.Same(entry, list.Find(entry.Name.ToUpperInvariant()));
                Assert.Same(entry, list.Find(entry.Name.Replace("/", " / ", StringComparison.Ordinal)));
            }));

    [Theory]
    [InlineData("AKADEMI/ DIPLOMA III/S. MUDA", 7)]
    [InlineData("DIPLOMA IV/ STRATA I", 8)]
    [InlineData("strata-ii", 9)]
    public void Words_of_other_sheets_are_known(string typed, int code) => Assert.Equal(code, ReferenceLists.Educations.Find(typed)?.Code);

    [Fact]
    public void Nothing_is_guessed()
    {
        Assert.Null(ReferenceLists.Occupations.Find("90"));
        Assert.Null(ReferenceLists.Occupations.Find("Astronaut"));
        Assert.Null(ReferenceLists.BloodGroups.Find("A--"));
        Assert.Null(ReferenceLists.Religions.Find(""));
    }

    static void AssertCodes(int count, ReferenceList list) => Assert.Equal(Enumerable.Range(1, count), list.Entries.Select(entry => entry.Code));
}
