using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Villages;

public sealed class VillageIndexTests
{
    static readonly VillageIndex Villages = Records.Index(
        Records.Of("35.10.24.2008", "Tamansari", "Licin", slug: "tamansari-licin") with
        {
            Aliases = ["tamansari"],
            EarlierCodes = [new("35.10.24.2099", new(2020, 1, 1))],
            HostNames = ["tamansari.desa.id"],
            PostalCode = "68454",
        },
        Records.Of("35.10.23.2003", "Tamansari", "Tegalsari", slug: "tamansari-tegalsari"),
        Records.Of("35.10.17.2001", "Kemiren", "Glagah", slug: "kemiren"),
        Records.Of("35.10.17.2002", "Kemirik", "Glagah", slug: "kemirik") with { IsClosed = true },
        Records.Of("35.10.17.2003", "Olehsari", "Glagah", slug: "olehsari"));

    [Theory]
    [InlineData("tamansari-licin", false)]
    [InlineData("TAMANSARI-Licin", false)]
    [InlineData("tamansari", true)]
    [InlineData("35.10.24.2008", true)]
    [InlineData("35.10.24.2099", true)]
    public void Every_address_that_a_village_ever_had_leads_to_it(string segment, bool mustRedirect)
    {
        Assert.True(Villages.TryResolve(segment, out var resolution));
        Assert.Equal("35.10.24.2008", resolution.Village.Code);
        Assert.Equal(mustRedirect, resolution.MustRedirect);
    }

    [Theory]
    [InlineData("kemirik")]
    [InlineData("nowhere")]
    [InlineData("")]
    public void Closed_and_unknown_villages_have_no_address(string segment) => Assert.False(Villages.TryResolve(segment, out _));

    [Fact]
    public void A_village_is_found_by_code_earlier_code_host_name_and_id()
    {
        var village = Villages.FindByCode("35.10.24.2008")!;
        Assert.Same(village, Villages.FindByCode("35.10.24.2099"));
        Assert.Same(village, Villages.FindByHostName("Tamansari.Desa.Id"));
        Assert.Same(village, Villages.Find(village.Id));
        Assert.Null(Villages.FindByCode("tamansari-licin"));
    }

    [Theory]
    [InlineData("kemirn", "kemiren")]
    [InlineData("kemrien", "kemiren")]
    [InlineData("Taman Sari Licin", "tamansari-licin")]
    [InlineData("oleh", "olehsari")]
    [InlineData("desa-kemiren", "kemiren")]
    public void The_nearest_name_comes_first(string typed, string slug) => Assert.Equal(slug, Villages.NearestTo(typed)[0].Slug);

    [Fact]
    public void Nothing_is_offered_where_nothing_comes_close()
    {
        Assert.Empty(Villages.NearestTo("wordpress-login.php"));
        Assert.Empty(Villages.NearestTo("///"));
    }

    [Fact]
    public void Closed_villages_are_not_offered() => Assert.DoesNotContain(Villages.NearestTo("kemirik"), entry => entry.IsClosed);

    [Theory]
    [InlineData("tamansari", 2)]
    [InlineData("tamansari licin", 1)]
    [InlineData("glagah", 2)]
    [InlineData("68454", 1)]
    [InlineData("35.10.17", 2)]
    [InlineData("banyuwangi", 4)]
    [InlineData("", 4)]
    [InlineData("nowhere", 0)]
    public void The_directory_finds_by_name_district_postal_code_and_code(string text, int total) =>
        Assert.Equal(total, Villages.Search(text, page: 1).Total);

    [Fact]
    public void The_directory_has_pages()
    {
        var last = Villages.Search(null, page: 2, size: 3);
        Assert.Equal((4, 2, 1), (last.Total, last.LastPage, last.Villages.Count));
        Assert.Empty(Villages.Search(null, page: int.MaxValue).Villages);
        Assert.Equal(1, Villages.Search(null, page: -1).Page);
    }

    [Fact]
    public void Districts_count_their_villages() =>
        Assert.Equal(2, Villages.Districts.Single(district => district.District.Name == "Glagah").Villages);
}
