using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using SmartKampung.Tests.Host.Papers;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

public sealed class SignerDownTests
{
    static readonly (string Name, string Value)[] Right = [("national_id", FakeBsre.Number), ("passphrase", FakeBsre.Passphrase)];

    public static TheoryData<string, Func<HttpContext, byte[], Task>, string> Failures => new()
    {
        { "time-out", (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted), "" },
        { "server error", (context, _) => FakeBsre.RefuseAsync(context, 500, new { error = "NullPointerException" }), "" },
        { "expired", (context, _) => FakeBsre.RefuseAsync(context, 400, new { error = "Sertifikat expired", status_code = 2021 }), "passphrase" },
    };

    [Fact]
    public async Task Wrong_passphrase_is_told_beside_the_field_and_uses_no_number()
    {
        await using var bsre = await FakeBsre.StartAsync();
        await using var host = await CertifiedAsync(bsre);

        var again = await FailAsync(host, [("national_id", FakeBsre.Number), ("passphrase", "salah")]);
        Assert.Equal("true", again.QuerySelector("[name=passphrase]")!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain("salah", again.QuerySelector("[name=passphrase]")!.GetAttribute("value") ?? "", StringComparison.Ordinal);
        Assert.Equal("true", (await FailAsync(host, [("national_id", "123"), ("passphrase", "x")])).QuerySelector("[name=national_id]")!.GetAttribute("aria-invalid"));
        await ExpectNothingUsedAsync(host);

        await host.SignAllAsync(host.Head, Right);

        await ExpectFirstNumberAsync(host);
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_the_service_does_no_number_is_lost_and_the_next_try_takes_the_same(string what, Func<HttpContext, byte[], Task> instead, string field)
    {
        await using var bsre = await FakeBsre.StartAsync();
        await using var host = await CertifiedAsync(bsre);
        bsre.Instead = instead;

        var again = await FailAsync(host, Right);
        Assert.True(field.Length == 0 ? again.QuerySelector("main [role=alert], main .errors, main .error") is not null : again.QuerySelector($"[name={field}]")!.GetAttribute("aria-invalid") == "true", what);
        await ExpectNothingUsedAsync(host);
        bsre.Instead = null;
        await host.SignAllAsync(host.Head, Right);

        await ExpectFirstNumberAsync(host);
    }

    [Fact]
    public async Task Without_what_makes_papers_signing_waits_and_says_so()
    {
        await using var host = await SigningHost.StartAsync(["--Papers:Python=/tidak/ada"], [AskedLetters.Request(AskedLetters.Type())]);

        var again = await FailAsync(host, []);

        Assert.Contains("Tidak ada nomor yang terpakai", again.Body!.TextContent, StringComparison.Ordinal);
        await ExpectNothingUsedAsync(host);
    }

    [Fact]
    public async Task Letter_whose_paper_cannot_be_made_is_left_out_and_takes_no_number()
    {
        await using var host = await SigningHost.StartAsync(
            AskedLetters.Request(AskedLetters.Type()), AskedLetters.Request(AskedLetters.Type("rusak", body: "<p>{{ for i in 1..100000 }}{{ i }}{{ end }}</p>"), minute: 1), AskedLetters.Request(AskedLetters.Type(), minute: 2));

        var run = await host.SignAllAsync(host.Head);

        Assert.Contains("gagal", run.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        using var kept = await host.KeptAsync();
        kept.ExpectSoundBook();
        Assert.Equal(2, kept.Letters.Count);
    }

    static async Task<SigningHost> CertifiedAsync(FakeBsre bsre)
    {
        var host = await SigningHost.StartAsync(["--Papers:SigningSeconds=2"], [AskedLetters.Request(AskedLetters.Type()), AskedLetters.Request(AskedLetters.Type(), minute: 1)]);
        (await host.Host.Administrator.PutAsJsonAsync("/api/regency/settings/signing", BsreHost.Settings(bsre.Address))).EnsureSuccessStatusCode();
        return host;
    }

    static async Task<IDocument> FailAsync(SigningHost host, (string Name, string Value)[] fields) =>
        await host.Head.SubmitAsync(SigningHost.Signing, SigningHost.Signing, HttpStatusCode.UnprocessableEntity, [.. (await SigningHost.OfferedAsync(host.Head)).Select(id => ("letters", id)), .. fields]);

    static async Task ExpectNothingUsedAsync(SigningHost host)
    {
        using var kept = await host.KeptAsync();
        Assert.Empty(kept.Entries);
        Assert.Empty(kept.Letters);
        Assert.All(kept.Requests, request => Assert.Equal("Waiting", (string)request["State"]!));
    }

    static async Task ExpectFirstNumberAsync(SigningHost host)
    {
        using var kept = await host.KeptAsync();
        kept.ExpectSoundBook();
        Assert.Equal(2, kept.Letters.Count);
        using var paper = new PdfTools(kept.Pdf(kept.Letters[0]));
        Assert.Contains("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
    }
}
