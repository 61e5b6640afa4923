using System.Net;
using AngleSharp.Dom;
using static SmartKampung.Tests.Plugins.Residents.RegisterVillage;

namespace SmartKampung.Tests.Plugins.Residents;

public sealed class UnitTests(RegisterHost villages) : IClassFixture<RegisterHost>
{
    [Fact]
    public async Task Unit_brings_the_larger_ones_that_it_lies_in_and_is_there_once()
    {
        var village = await villages.BeginAsync();

        var rows = (await village.Operator.OpenAsync($"{village.Console}/wilayah")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["Dusun Blimbing", "RW 001 Dusun Blimbing", "RT 001 RW 001 Dusun Blimbing", "Dusun Krajan", "RW 001 Dusun Krajan", "RT 001 RW 001 Dusun Krajan", "RT 002 RW 001 Dusun Krajan"], rows);
        await village.Operator.SubmitAsync($"{village.Console}/wilayah/baru", $"{village.Console}/wilayah/baru", HttpStatusCode.UnprocessableEntity, ("hamlet", "Krajan"), ("rw_number", "1"), ("rt_number", "2"));
    }

    [Fact]
    public async Task Heads_follow_each_other_by_terms_of_office()
    {
        var village = await villages.BeginAsync();
        var unit = await UnitAsync(village, Here);
        await AddTermAsync(village, unit, HttpStatusCode.SeeOther, ("head", "Pak Lama"), ("from", "2020-01-01"), ("version", "1"));
        await AddTermAsync(village, unit, HttpStatusCode.UnprocessableEntity, ("head", "Pak Salah"), ("from", "2024-01-01"), ("until", "2023-01-01"), ("version", "2"));
        await AddTermAsync(village, unit, HttpStatusCode.SeeOther, ("head", "Pak Baru"), ("from", "2025-01-01"), ("version", "2"));
        await AddTermAsync(village, unit, HttpStatusCode.UnprocessableEntity, ("head", "Pak Sela"), ("from", "2022-01-01"), ("until", "2022-06-01"), ("version", "3"));

        var terms = (await village.Operator.OpenAsync(unit)).QuerySelectorAll("ul.list li").Select(term => term.TextContent).ToList();
        Assert.Contains("Pak Baru", terms[0], StringComparison.Ordinal);
        Assert.Contains("31 Desember 2024", terms[1], StringComparison.Ordinal);
        Assert.Contains("Pak Baru", (await village.Operator.OpenAsync($"{village.Console}/wilayah")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_goes_only_where_nobody_lives_and_nothing_lies_in_it()
    {
        var village = await villages.BeginAsync();
        await village.AddAsync("Anita");

        foreach (var (place, isLeft) in new[] { (Here, true), (new Territory("Krajan"), true), (NextDoor, false) })
        {
            var unit = await UnitAsync(village, place);
            await village.Operator.SubmitAsync(unit, $"{unit}/hapus", HttpStatusCode.SeeOther);
            await village.Operator.OpenAsync(unit, isLeft ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
    }

    static Task<IDocument> AddTermAsync(RegisterVillage village, string unit, HttpStatusCode expected, params (string Name, string Value)[] fields) => village.Operator.SubmitAsync(unit, $"{unit}/jabatan", expected, fields);

    static async Task<string> UnitAsync(RegisterVillage village, Territory place)
    {
        var text = string.Join(' ', new[] { place.RtNumber is { } rt ? $"RT {rt}" : null, place.RwNumber is { } rw ? $"RW {rw}" : null, $"Dusun {place.Hamlet}" }.OfType<string>());
        return (await village.Operator.OpenAsync($"{village.Console}/wilayah")).QuerySelectorAll("tbody th").Single(cell => cell.TextContent.Trim() == text).QuerySelector("a")!.GetAttribute("href")!;
    }
}
