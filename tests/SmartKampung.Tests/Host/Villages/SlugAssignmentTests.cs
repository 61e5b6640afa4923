using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

public sealed class SlugAssignmentTests
{
    static readonly VillageRecord Licin = Records.Of("35.10.24.2008", "Tamansari", "Licin");
    static readonly VillageRecord Tegalsari = Records.Of("35.10.23.2003", "Tamansari", "Tegalsari");

    [Fact]
    public void A_name_of_its_own_is_the_slug() =>
        Assert.Equal(["kemiren"], Records.Assigned(VillageIndex.Empty, Records.Of("35.10.17.2001", "Kemiren", "Glagah")));

    [Fact]
    public void Villages_that_share_a_name_all_get_their_district() =>
        Assert.Equal(["tamansari-licin", "tamansari-tegalsari"], Records.Assigned(VillageIndex.Empty, Licin, Tegalsari));

    [Fact]
    public void Villages_that_share_name_and_district_get_their_regency() => Assert.Equal(
        ["sukamaju-tengah-banyuwangi", "sukamaju-tengah-kota-medan"],
        Records.Assigned(VillageIndex.Empty, Records.Of("35.10.01.2001", "Sukamaju", "Tengah"), Records.Of("12.71.01.1001", "Sukamaju", "Tengah", "Kota Medan")));

    [Fact]
    public void Villages_that_share_all_names_get_their_codes() => Assert.Equal(
        ["35.10.01.2001", "35.10.01.2002"],
        Records.Assigned(VillageIndex.Empty, Records.Of("35.10.01.2001", "Sukamaju", "Tengah"), Records.Of("35.10.01.2002", "Sukamaju", "Tengah")));

    [Fact]
    public void A_slug_that_was_given_stays_and_the_new_village_gets_the_longer_one()
    {
        var existing = Records.Index(Licin with { Slug = "tamansari" });
        Assert.Equal(["tamansari-tegalsari"], Records.Assigned(existing, Tegalsari));
    }

    [Fact]
    public void A_third_village_of_the_name_does_not_get_the_short_slug()
    {
        var existing = Records.Index(Licin with { Slug = "tamansari-licin" }, Tegalsari with { Slug = "tamansari-tegalsari" });
        Assert.Equal(["tamansari-glagah"], Records.Assigned(existing, Records.Of("35.10.17.2009", "Tamansari", "Glagah")));
    }

    [Fact]
    public void An_earlier_slug_of_another_village_is_not_given_again()
    {
        var existing = Records.Index(Records.Of("35.10.17.2001", "Osing", "Glagah", slug: "osing") with { Aliases = ["kemiren"] });
        Assert.Equal(["kemiren-licin"], Records.Assigned(existing, Records.Of("35.10.24.2001", "Kemiren", "Licin")));
    }

    [Fact]
    public void A_name_that_reads_like_another_with_its_district_does_not_take_its_address()
    {
        var slugs = Records.Assigned(VillageIndex.Empty, Licin, Tegalsari, Records.Of("35.10.01.2001", "Tamansari Licin", "Pesanggaran"));
        Assert.Equal(3, slugs.Distinct().Count());
    }

    [Theory]
    [InlineData("Api", "api-licin")]
    [InlineData("Peta", "peta-licin")]
    [InlineData("En", "en-licin")]
    public void A_word_of_the_site_never_becomes_a_slug(string name, string slug) =>
        Assert.Equal([slug], Records.Assigned(VillageIndex.Empty, Records.Of("35.10.24.2001", name, "Licin")));

    [Fact]
    public void A_place_of_a_module_never_becomes_a_slug()
    {
        var reserved = new ReservedSegments();
        reserved.SetPlaces(["/surat"]);
        var assigned = new SlugAssignment(VillageIndex.Empty, reserved).Assign([Records.Of("35.10.24.2001", "Surat", "Licin")]);
        Assert.Equal("surat-licin", assigned[0].Slug);
    }
}
