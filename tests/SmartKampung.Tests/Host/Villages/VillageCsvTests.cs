using SmartKampung.Host.Villages.Import;

namespace SmartKampung.Tests.Host.Villages;

public sealed class VillageCsvTests
{
    const string Header = "code,name,kind,district_code,district_name,postal_code,lat,lng\n";
    const string Right = "35.10.24.2008,Tamansari,desa,35.10.24,Licin,68454,-8.2,114.2\n";

    [Fact]
    public void Right_line_is_read_whole()
    {
        var row = Assert.Single(Read(Header + Right).Rows);
        Assert.Equal(
            new VillageRow(2, "35.10.24.2008", "Tamansari", VillageKind.Desa, new("35.10.24", "Licin"), new("35.10", "Kabupaten Banyuwangi"), "68454", new(-8.2, 114.2)),
            row);
    }

    [Theory]
    [InlineData("35.10.24,Tamansari,desa,35.10.24,Licin,,,", "code")]
    [InlineData("35.10.24.2008,,desa,35.10.24,Licin,,,", "name")]
    [InlineData("35.10.24.2008,Tamansari,kota,35.10.24,Licin,,,", "kind")]
    [InlineData("35.10.24.2008,Tamansari,desa,35.10.23,Licin,,,", "district_code")]
    [InlineData("35.10.24.2008,Tamansari,desa,35.10.24,,,,", "district_name")]
    [InlineData("35.10.24.2008,Tamansari,desa,35.10.24,Licin,6845,,", "postal_code")]
    [InlineData("35.10.24.2008,Tamansari,desa,35.10.24,Licin,68454,north,114", "lat")]
    [InlineData("35.10.24.2008,Tamansari,desa,35.10.24,Licin,68454,-8,NaN", "lng")]
    [InlineData("35.11.24.2008,Tamansari,desa,35.11.24,Licin,,,", "regency_name")]
    public void Wrong_value_is_told_with_row_and_column(string line, string column)
    {
        var read = Read(Header + Right + line + "\n");
        var error = Assert.Single(read.Errors);
        Assert.Equal((3, column), (error.Row, error.Column));
        Assert.NotEqual(error.Message.Indonesian, error.Message.English);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public void Every_wrong_line_is_told()
    {
        var read = Read(Header + "x,,,,,,,\n" + Right + "35.10.24.2009,,kota,35.10.24,Licin,,,\n");
        Assert.Equal([(2, "code"), (4, "name"), (4, "kind")], read.Errors.Select(error => (error.Row, error.Column)));
    }

    [Fact]
    public void Code_that_stands_twice_is_told_at_the_second_row()
    {
        var error = Assert.Single(Read(Header + Right + Right).Errors);
        Assert.Equal((3, "code"), (error.Row, error.Column));
        Assert.Contains("2", error.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_columns_are_told_by_name() =>
        Assert.Equal(["kind", "district_code", "district_name"], Read("code,name\n1,2\n").Errors.Select(error => error.Column));

    [Fact]
    public void Line_with_too_many_columns_is_told() =>
        Assert.Equal(2, Assert.Single(Read(Header + "35.10.24.2008,Taman,sari,desa,35.10.24,Licin,68454,-8.2,114.2\n").Errors).Row);

    [Theory]
    [InlineData("")]
    [InlineData(Header)]
    public void Empty_file_is_told(string text) => Assert.NotEmpty(Read(text).Errors);

    [Fact]
    public void Quote_that_never_closes_is_told() =>
        Assert.NotEmpty(Read(Header + "35.10.24.2008,\"Tamansari,desa,35.10.24,Licin,,,\n").Errors);

    [Fact]
    public void File_that_is_not_text_is_told() =>
        Assert.NotEmpty(new VillageCsv(new()).Read(new MemoryStream([0xff, 0xd8, 0xff, 0xe0, 0x80])).Errors);

    [Fact]
    public void Spreadsheets_of_indonesia_write_semicolons() =>
        Assert.Single(Read((Header + Right).Replace(',', ';')).Rows);

    static ReadVillages Read(string text) => new VillageCsv(new()).Read(text);
}
