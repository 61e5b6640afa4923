using System.Net;
using AngleSharp.Dom;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class WritePersonTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    const string Nik = "3510241708900001";

    [Theory]
    [InlineData("351024170890001", "16")]
    [InlineData("35102417O8900001", "16")]
    [InlineData("3510242902010001", "kalender")]
    public async Task Impossible_NIK_is_refused_next_to_its_field_and_what_was_typed_stays(string nik, string told)
    {
        var village = await villages.BeginAsync();

        var page = await SubmitAsync(village, HttpStatusCode.UnprocessableEntity, Person("Budi Santoso", Here, ("nik", nik)));

        Assert.Contains(told, page.QuerySelector("#f-nik-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(nik, page.QuerySelector("#f-nik")!.GetAttribute("value"));
        Assert.Equal("Budi Santoso", page.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.Empty(await village.ListAsync(village.Operator));
    }

    [Theory]
    [InlineData("1990-08-18", "male", "DateDiffers")]
    [InlineData("1990-08-17", "female", "SexDiffers")]
    [InlineData("1990-08-18", "female", "DateDiffers,SexDiffers")]
    public async Task Odd_NIK_is_kept_once_it_is_confirmed(string birthDate, string sex, string odd)
    {
        var village = await villages.BeginAsync();
        var typed = Person("Budi Santoso", Here, ("nik", Nik), ("birth_date", birthDate), ("sex", sex));

        var asked = await SubmitAsync(village, HttpStatusCode.UnprocessableEntity, typed);
        Assert.Equal(odd, asked.QuerySelector("#f-accepted")!.GetAttribute("value"));
        await SubmitAsync(village, HttpStatusCode.UnprocessableEntity, [.. typed, ("accepted", "NoSerial")]);
        await SubmitAsync(village, HttpStatusCode.SeeOther, [.. typed, ("accepted", odd)]);

        Assert.Equal(["Bud••• San•••"], await village.ListAsync(village.Operator));
    }

    [Fact]
    public async Task NIK_of_another_region_is_as_good_as_one_of_this_village()
    {
        var village = await villages.BeginAsync();

        await village.AddAsync("Budi Santoso", Here, null, ("nik", "1101011708900001"));

        Assert.Single(await village.ListAsync(village.Operator));
    }

    [Fact]
    public async Task NIK_is_had_once_in_a_village_and_the_other_one_is_told_masked()
    {
        var (village, other) = (await villages.BeginAsync(), await villages.BeginAsync());
        await village.AddAsync("Budi Santoso", NextDoor, null, ("nik", Nik));

        var page = await SubmitAsync(village, HttpStatusCode.UnprocessableEntity, Person("Joko Susilo", Here, ("nik", "3510 2417 0890 0001")));

        Assert.Contains("Bud••• San•••, RT 002 RW 001", page.QuerySelector("#f-nik-error")!.TextContent, StringComparison.Ordinal);
        await other.AddAsync("Budi Santoso", Here, null, ("nik", Nik));
    }

    [Fact]
    public async Task Two_who_enter_the_same_NIK_at_once_leave_one_record()
    {
        var village = await villages.BeginAsync();

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => PostAsync(village, Person($"Budi Santoso {n}", Here, ("nik", Nik)))));

        Assert.Single(tries, status => status == HttpStatusCode.SeeOther);
        Assert.All(tries.Where(status => status != HttpStatusCode.SeeOther), status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        Assert.Single(await village.ListAsync(village.Operator));
    }

    [Fact]
    public async Task Who_has_no_NIK_is_entered_and_flagged()
    {
        var village = await villages.BeginAsync();
        await village.AddAsync("Bayi Ayu");
        await village.AddAsync("Budi Santoso", Here, null, ("nik", Nik));

        Assert.Equal(["Bay••• A•••"], await village.ListAsync(village.Operator, "?keadaan=without_nik"));
        Assert.Single((await village.Operator.OpenAsync(village.Console)).QuerySelectorAll("table .badge.warn"));
    }

    [Fact]
    public async Task Namesake_of_the_same_birthday_is_asked_about()
    {
        var village = await villages.BeginAsync();
        await village.AddAsync("Siti Aminah");

        var page = await SubmitAsync(village, HttpStatusCode.UnprocessableEntity, Person("Siti Aminah", Here));

        Assert.Equal("Namesake", page.QuerySelector("#f-accepted")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_changes_an_older_version_is_told_and_what_was_typed_stays()
    {
        var village = await villages.BeginAsync();
        var id = await village.AddAsync("Budi Santoso");
        var form = village.PathOf(id) + "/ubah";
        await village.Operator.SubmitAsync(form, form, HttpStatusCode.SeeOther, Person("Budi Santosa", Here, ("version", "1")));

        var page = await village.Operator.SubmitAsync(form, form, HttpStatusCode.UnprocessableEntity, Person("Budi Sentosa", Here, ("version", "1")));

        Assert.Equal("Budi Sentosa", page.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.Contains("Budi Santosa", (await village.Operator.OpenAsync(village.PathOf(id))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", "dua", "f-phone-error")]
    [InlineData("place", "Krajan/009/009", "f-place-error")]
    [InlineData("religion", "Jedi", "f-religion-error")]
    [InlineData("birth_date", "2999-01-01", "f-birth_date-error")]
    public async Task What_can_not_be_is_told_next_to_its_field(string field, string value, string error)
    {
        var village = await villages.BeginAsync();

        var page = await SubmitAsync(village, HttpStatusCode.UnprocessableEntity, Person("Budi Santoso", Here, (field, value)));

        Assert.NotNull(page.GetElementById(error));
    }

    static Task<IDocument> SubmitAsync(RegisterVillage village, HttpStatusCode expected, (string Name, string Value)[] typed) =>
        village.Operator.SubmitAsync($"{village.Console}/orang/baru", $"{village.Console}/orang/baru", expected, typed);

    static async Task<HttpStatusCode> PostAsync(RegisterVillage village, (string Name, string Value)[] typed)
    {
        using var answer = await village.Operator.PostAsync($"{village.Console}/orang/baru", $"{village.Console}/orang/baru", typed);
        return answer.StatusCode;
    }
}
