using System.Text.Json.Nodes;
using System.Net;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class SignLettersTests
{
    [Fact]
    public async Task Letter_is_numbered_signed_and_done_in_one_go()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()));

        var run = await host.SignAllAsync(host.Head);

        Assert.Contains("470/001/", run.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        using var kept = await host.KeptAsync();
        kept.ExpectSoundBook();
        var letter = Assert.Single(kept.Letters);
        Assert.Equal("Done", (string)Assert.Single(kept.Requests)["State"]!);
        using var paper = new PdfTools(kept.Pdf(letter));
        Assert.Contains($"Nomor: {(string)letter["Number"]!}", await paper.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
        Assert.Empty(await SigningHost.OfferedAsync(host.Head));
    }

    [Fact]
    public async Task Fifty_letters_are_signed_in_one_go()
    {
        await using var host = await SigningHost.StartAsync([.. Enumerable.Range(0, 50).Select(i => AskedLetters.Request(AskedLetters.Type(), minute: i))]);
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        await host.SignAllAsync(host.Head);

        var took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        LongCountsAttribute.Tell($"50 letters in {took.TotalSeconds:0.0} s");
        using var kept = await host.KeptAsync();
        kept.ExpectSoundBook();
        Assert.Equal(50, kept.Letters.Count);
    }

    [Fact]
    public async Task Secretary_and_camat_sign_after_the_head_and_the_camat_adds_the_number_of_the_district()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type(steps: [("Sign", Roles.Secretary), ("Sign", Roles.Head), ("Endorse", Roles.DistrictHead)])));
        using var secretary = await StaffBrowser.SignInAsync(host.Host, Roles.Secretary, name: "Dewi Lestari");
        using var camat = await StaffBrowser.OfDistrictAsync(host.Host, Roles.DistrictHead);
        Assert.Empty(await SigningHost.OfferedAsync(host.Head));

        await host.SignAllAsync(secretary);
        Assert.Empty(await SigningHost.OfferedAsync(camat));
        await host.SignAllAsync(host.Head);
        await host.SignAllAsync(camat);

        using var kept = await host.KeptAsync();
        var letter = Assert.Single(kept.Letters);
        Assert.Equal("470/001/2008/2026", (string)letter["DistrictNumber"]!);
        Assert.Equal(3, letter["Signatures"]!.AsArray().Count);
        using var paper = new PdfTools(kept.Pdf(letter));
        Assert.Equal(3, (await paper.SignaturesAsync()).Split("Signature is Valid").Length - 1);
    }

    [Theory]
    [InlineData("minta")]
    [InlineData("tolak")]
    public async Task What_is_signed_already_is_neither_asked_back_nor_refused(string how)
    {
        var type = AskedLetters.Type(steps: [("Sign", Roles.Head), ("Endorse", Roles.DistrictHead)]);
        type["Fields"] = new JsonArray(new JsonObject { ["Key"] = "purpose", ["Kind"] = "Text", ["Label"] = new JsonObject { ["Indonesian"] = "Keperluan", ["English"] = "" } });
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(type));
        await host.SignAllAsync(host.Head);
        using var camat = await StaffBrowser.OfDistrictAsync(host.Host, Roles.DistrictHead);
        using var signed = await host.KeptAsync();
        var request = Assert.Single(signed.Requests);
        var page = $"{SigningHost.Village}/kelola/letters/permohonan/{request["Id"]}";

        await camat.SubmitAsync(page, $"{page}/{how}", HttpStatusCode.SeeOther, ("version", $"{request["Version"]}"), ("keys", "purpose"), ("reason", "Untuk apa?"));

        using var kept = await host.KeptAsync();
        Assert.Equal(request.ToJsonString(), Assert.Single(kept.Requests).ToJsonString());
    }

    [Fact]
    public async Task Letter_in_ink_is_numbered_and_printed_unsigned()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type(needsWetInk: true)));

        await host.SignAllAsync(host.Head);

        using var kept = await host.KeptAsync();
        using var paper = new PdfTools(kept.Pdf(Assert.Single(kept.Letters)));
        Assert.DoesNotContain("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_that_is_not_fresh_is_asked_for_again_and_nothing_is_signed_without()
    {
        await using var host = await SigningHost.StartAsync(AskedLetters.Request(AskedLetters.Type()));
        host.Host.Clock.AdjustTime(host.Host.Clock.GetUtcNow().AddMinutes(6));
        var offered = await SigningHost.OfferedAsync(host.Head);

        var again = await host.Head.SubmitAsync(SigningHost.Signing, SigningHost.Signing, HttpStatusCode.UnprocessableEntity, ("letters", offered[0]), ("code", "123456"));

        var elsewhere = again.QuerySelector("main a[href*='segar=1']")!.GetAttribute("href")!;
        Assert.NotNull((await host.Head.OpenAsync(elsewhere)).QuerySelector("[name=code]"));
        using var kept = await host.KeptAsync();
        Assert.Empty(kept.Letters);
    }
}
