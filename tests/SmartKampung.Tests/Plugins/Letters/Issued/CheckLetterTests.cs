using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class CheckLetterTests
{
    const string Check = $"{SigningHost.Village}/surat/periksa";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_on_the_page_leads_to_a_page_that_says_valid_and_masks_whom_it_is_for()
    {
        await using var host = await SignedAsync();
        using var kept = await host.KeptAsync();
        var letter = Assert.Single(kept.Letters);

        var qr = new Uri((await QrOnPage.ReadAsync(kept.Pdf(letter)))!);
        var page = await OpenAsync(host, qr.AbsolutePath);

        Assert.Equal("Surat ini sah", page.QuerySelector("h1")!.TextContent);
        Assert.Contains((string)letter["Number"]!, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("S*** A***", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Aminah", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("9999994101900001", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Statement_in_the_code_is_checked_by_the_published_key_alone()
    {
        await using var host = await SignedAsync();
        using var kept = await host.KeptAsync();
        var letter = Assert.Single(kept.Letters);
        var qr = new Uri((await QrOnPage.ReadAsync(kept.Pdf(letter)))!);
        var parts = qr.Fragment[1..].Split('.');

        var keys = await host.Host.Anonymous.GetFromJsonAsync<JsonObject>($"{SigningHost.Village}/sertifikat/kunci.json", Stop);
        var key = keys!["keys"]!.AsArray().Single(key => (string)key!["kid"]! == parts[0])!;
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Base64Url.DecodeFromChars((string)key["x"]!), Y = Base64Url.DecodeFromChars((string)key["y"]!) } });
        var statement = Base64Url.DecodeFromChars(parts[1]);

        Assert.True(ecdsa.VerifyData((byte[])[.. Encoding.UTF8.GetBytes($"{qr.Segments[^1]}\n"), .. statement], Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        Assert.Equal([(string)letter["Number"]!, "2026-11-23", "2027-05-22", "S*** A***", "Surat Keterangan domisili"], Encoding.UTF8.GetString(statement).Split('\n'));
    }

    [Fact]
    public async Task Revoked_letter_says_so_and_so_does_one_that_was_replaced()
    {
        await using var host = await SignedAsync(2);
        var letters = await ReadAsync(host);
        await EndAsync(host, letters[0], "cabut");
        await EndAsync(host, letters[1], "betulkan");
        Assert.Equal("Surat ini sah", await HeadingAsync(host, letters[1]));
        await host.SignAllAsync(host.Head);

        Assert.Equal("Surat ini sudah dicabut", await HeadingAsync(host, letters[0]));
        var replaced = await OpenAsync(host, $"{Check}/{letters[1]["Code"]}");
        Assert.Equal("Surat ini sudah diganti", replaced.QuerySelector("h1")!.TextContent);
        var next = await OpenAsync(host, replaced.QuerySelector("main .notice a")!.GetAttribute("href")!);
        Assert.Equal("Surat ini sah", next.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Letter_whose_time_is_over_says_so()
    {
        await using var host = await SignedAsync();
        host.Host.Clock.AdjustTime(host.Host.Clock.GetUtcNow().AddDays(181));

        Assert.Equal("Masa berlaku surat ini sudah habis", await HeadingAsync(host, (await ReadAsync(host))[0]));
    }

    [Fact]
    public async Task Code_that_was_typed_in_any_way_is_found_and_unknown_ones_are_all_answered_alike_and_slowed()
    {
        await using var host = await SignedAsync();
        var code = (string)(await ReadAsync(host))[0]["Code"]!;
        var typed = string.Join(' ', code.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Chunk(5).Select(letters => new string(letters)));
        using var browser = StaffBrowser.Nobody(host.Host.Address);

        using var found = await browser.GetAsync($"{Check}?kode={Uri.EscapeDataString(typed)}", Stop);
        Assert.EndsWith($"/surat/periksa/{code}", found.Headers.Location!.ToString(), StringComparison.Ordinal);
        HashSet<string> answers = [];
        for (var guess = 0; guess < 20; guess++) answers.Add(await AnswerToAsync(browser, guess == 0 ? "bukan-kode" : $"{code[..^2]}{"ABCDEFGHJKMNPQRSTVWX"[guess]}Y"));
        using var slowed = await browser.GetAsync($"{Check}/{code}", Stop);

        Assert.Single(answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
    }

    [Fact]
    public async Task File_is_known_by_its_hash_and_one_that_was_changed_is_not()
    {
        await using var host = await SignedAsync();
        using var kept = await host.KeptAsync();
        var pdf = kept.Pdf(kept.Letters[0]);

        var known = await host.Host.Anonymous.GetFromJsonAsync<JsonObject>($"{Check}/sidik/{Convert.ToHexStringLower(SHA256.HashData(pdf))}", Stop);
        pdf[^10] ^= 1;
        using var changed = await host.Host.Anonymous.GetAsync($"{Check}/sidik/{Convert.ToHexStringLower(SHA256.HashData(pdf))}", Stop);

        Assert.EndsWith((string)kept.Letters[0]["Code"]!, (string)known!["address"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
    }

    [Fact]
    public async Task Letter_of_one_village_is_not_known_in_another()
    {
        await using var host = await SignedAsync();
        foreach (var module in (string[])["residents", "letters"]) (await host.Host.Administrator.PutAsync($"/api/villages/35.10.24.2007/modules/{module}", null, Stop)).EnsureSuccessStatusCode();
        var other = (string)(await host.Host.Administrator.GetFromJsonAsync<JsonObject>("/api/villages/35.10.24.2007", Stop))!["slug"]!;

        var page = await OpenAsync(host, $"/{other}/surat/periksa/{(await ReadAsync(host))[0]["Code"]}");

        Assert.Equal("Surat tidak ditemukan", page.QuerySelector("h1")!.TextContent);
    }

    /// <summary>The page tells its own address, in links to its other language.</summary>
    static async Task<string> AnswerToAsync(HttpClient browser, string code) => (await browser.GetStringAsync($"{Check}/{code}", Stop)).Replace(code, "", StringComparison.Ordinal);

    static async Task<SigningHost> SignedAsync(int count = 1)
    {
        var host = await SigningHost.StartAsync([.. Enumerable.Range(0, count).Select(_ => AskedLetters.Request(AskedLetters.Type()))]);
        await host.SignAllAsync(host.Head);
        return host;
    }

    static async Task<IReadOnlyList<JsonObject>> ReadAsync(SigningHost host)
    {
        using var kept = await host.KeptAsync();
        return kept.Letters;
    }

    static Task<IDocument> EndAsync(SigningHost host, JsonObject letter, string how)
    {
        var page = $"{SigningHost.Village}/kelola/letters/surat/{letter["Id"]}";
        return host.Head.SubmitAsync(page, $"{page}/{how}", HttpStatusCode.SeeOther, ("reason", "Nama salah tulis"));
    }

    static async Task<string> HeadingAsync(SigningHost host, JsonObject letter) => (await OpenAsync(host, $"{Check}/{letter["Code"]}")).QuerySelector("h1")!.TextContent;

    static async Task<IDocument> OpenAsync(SigningHost host, string path)
    {
        var html = await host.Host.Anonymous.GetStringAsync(path, Stop);
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop);
    }
}
