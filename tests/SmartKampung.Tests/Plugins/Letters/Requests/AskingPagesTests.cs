using System.Net;
using System.Text.Json.Nodes;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Requests;

/// <summary>What a phone loads until the first question of each letter of the catalogue.</summary>
public sealed class AskingPagesTests(LettersHost villages) : IClassFixture<LettersHost>
{
    const int MostBytes = 14 * 1024;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_every_letter_up_to_its_first_question_come_in_one_round_trip()
    {
        var village = await villages.BeginAsync();
        using var resident = await village.ResidentAsync();
        var asked = Directory.EnumerateFiles(Repository.Path("plugins", "Letters", "catalogue"), "*.json").Where(file => (string?)JsonNode.Parse(File.ReadAllText(file))!["audience"] != "staff").Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        Assert.True(asked.Count >= 43);
        var sizes = new List<(int Bytes, string Path)>();

        foreach (var letter in asked.Select(slug => $"{village.Site}/surat/{slug}"))
        {
            sizes.Add(await SizeAsync(resident, letter));
            sizes.Add(await SizeAsync(resident, $"{letter}/ajukan"));
            var (data, page) = await LettersVillage.AnswerAsync(resident, $"{letter}/ajukan", ("token", Guid.NewGuid().ToString()));
            sizes.Add(await SizeAsync(resident, data));
            sizes.Add(await SizeAsync(resident, page.QuerySelector("main a.button")!.GetAttribute("href")!));
            await resident.SubmitAsync("/akun/nama", data.Replace("/data", "/batal", StringComparison.Ordinal), HttpStatusCode.SeeOther);
        }

        Assert.InRange(sizes.Max().Bytes, 1_000, MostBytes);
    }

    static async Task<(int Bytes, string Path)> SizeAsync(StaffBrowser resident, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await resident.SendAsync(request);
        Assert.Equal((path, HttpStatusCode.OK, "br"), (path, answer.StatusCode, string.Join(' ', answer.Content.Headers.ContentEncoding)));
        return ((await answer.Content.ReadAsByteArrayAsync(Stop)).Length, path);
    }
}
