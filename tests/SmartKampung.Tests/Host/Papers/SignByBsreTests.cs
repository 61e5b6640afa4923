using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SmartKampung.Tests.Host.Papers;

public sealed class SignByBsreTests(BsreHost host) : IClassFixture<BsreHost>
{
    public static TheoryData<string, Func<FakeBsre, HttpContext, byte[], Task>, string> Refusals => new()
    {
        { "expired", (_, context, _) => FakeBsre.RefuseAsync(context, 400, new { error = "Sertifikat expired", status_code = 2021 }), "CertificateExpired" },
        { "unregistered", (_, context, _) => FakeBsre.RefuseAsync(context, 400, new { error = "User tidak terdaftar", status_code = 2011 }), "NotRegistered" },
        { "by words alone", (_, context, _) => FakeBsre.RefuseAsync(context, 400, new { message = "Passphrase yang dimasukkan salah" }), "WrongPassphrase" },
        { "credentials", (_, context, _) => FakeBsre.RefuseAsync(context, 401, new { error = "Unauthorized" }), "NotConfigured" },
    };

    public static TheoryData<string, Func<FakeBsre, HttpContext, byte[], Task>, string> Failures => new()
    {
        { "server error", (_, context, _) => FakeBsre.RefuseAsync(context, 500, new { error = "java.lang.NullPointerException" }), "ServiceFailed" },
        { "no JSON", (_, context, _) => context.Response.WriteAsync("<html>Selamat datang</html>"), "ServiceFailed" },
        { "half a PDF", (bsre, context, pdf) => FakeBsre.SendAsync(context, bsre.Sign(pdf)[..^400]), "ServiceFailed" },
        { "the same PDF", (_, context, pdf) => FakeBsre.SendAsync(context, pdf), "ServiceFailed" },
        { "a changed PDF", (bsre, context, pdf) => FakeBsre.SendAsync(context, Changed(bsre.Sign(pdf))), "ServiceFailed" },
        { "broken off", BreakOffAsync, "Unreachable" },
        { "never", (_, context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted), "Unreachable" },
    };

    [Fact]
    public async Task Letter_is_signed_by_the_service_with_what_the_signer_typed()
    {
        host.Bsre.Instead = null;

        using var answer = await host.Clerk.PostAsync("/signatures", Order());
        var signed = await answer.Content.ReadAsByteArrayAsync(Stop);

        using var paper = new PdfTools(signed);
        Assert.Contains("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
        Assert.Equal((FakeBsre.Number, FakeBsre.Passphrase, "invisible", "Surat keterangan"), (host.Bsre.Sent["nik"], host.Bsre.Sent["passphrase"], host.Bsre.Sent["tampilan"], host.Bsre.Sent["reason"]));
        Assert.Equal(SigningWay.Certified, await host.Clerk.Host.Administrator.GetFromJsonAsync<SigningWay>(ClerkHost.Clerk + "/signing", Stop));
    }

    [Fact]
    public async Task What_is_seen_of_the_signature_is_on_the_paper_that_the_service_signs()
    {
        host.Bsre.Instead = null;
        var order = Order();
        order["pdf"] = Convert.ToBase64String(await host.Clerk.MakeAsync(new() { ["text"] = "{{ html }}", ["html"] = """<div class="signature"><div class="place" style="height: 30mm"><i id="endorsement"></i><i id="endorsement-end"></i></div></div>""" }));
        order["lines"] = new JsonArray("Nomor: 470/12/429.523/2026");

        using var answer = await host.Clerk.PostAsync("/signatures", order);

        using var paper = new PdfTools(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Contains("470/12/429.523/2026", await paper.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Total document signed", await paper.SignaturesAsync(), StringComparison.Ordinal);
        Assert.Equal("invisible", host.Bsre.Sent["tampilan"]);
    }

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task What_only_the_signer_can_mend_is_told_in_both_languages(string what, Func<FakeBsre, HttpContext, byte[], Task> instead, string problem)
    {
        host.Bsre.Instead = (context, pdf) => instead(host.Bsre, context, pdf);

        var told = await host.Clerk.RefusedAsync(Order(), path: "/signatures");

        Assert.True(problem == (string)told["problem"]!, what);
        Assert.NotEqual((string)told["id"]!, (string)told["en"]!);
        Assert.DoesNotContain("papers.", (string)told["id"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_the_service_does_there_is_no_half_signed_letter_and_it_may_be_tried_again(string what, Func<FakeBsre, HttpContext, byte[], Task> instead, string problem)
    {
        host.Bsre.Instead = (context, pdf) => instead(host.Bsre, context, pdf);

        var told = await host.Clerk.RefusedAsync(Order(), HttpStatusCode.ServiceUnavailable, "/signatures");

        Assert.True(problem == (string)told["problem"]!, what);
        host.Bsre.Instead = null;
        using var again = await host.Clerk.PostAsync("/signatures", Order());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("NOT_REGISTERED", "NotRegistered")]
    [InlineData("EXPIRED", "CertificateExpired")]
    [InlineData("SUSPEND", "CertificateInactive")]
    public async Task Refusal_that_says_nothing_is_cleared_up_by_how_the_signer_stands(string status, string problem)
    {
        host.Bsre.Instead = (context, _) => FakeBsre.RefuseAsync(context, 400, new { error = "Proses gagal", status_code = 9999 });
        host.Bsre.UserStatus = status;

        var told = await host.Clerk.RefusedAsync(Order(), path: "/signatures");

        host.Bsre.UserStatus = "ISSUE";
        Assert.Equal(problem, (string)told["problem"]!);
    }

    [Theory]
    [InlineData("salah", FakeBsre.Number, "WrongPassphrase")]
    [InlineData("", FakeBsre.Number, "WrongPassphrase")]
    [InlineData(FakeBsre.Passphrase, "123", "NotRegistered")]
    public async Task What_was_typed_wrong_is_told(string passphrase, string number, string problem)
    {
        host.Bsre.Instead = null;

        var told = await host.Clerk.RefusedAsync(Order(passphrase, number), path: "/signatures");

        Assert.Equal(problem, (string)told["problem"]!);
    }

    [Fact]
    public async Task Village_can_name_no_machine_of_the_inner_network_and_is_told_what_is_not_set()
    {
        const string settings = ClerkHost.Village + "/settings/signing";
        host.Bsre.Instead = null;
        (await host.Clerk.Host.Administrator.PutAsJsonAsync(settings, BsreHost.Settings(host.Bsre.Address), Stop)).EnsureSuccessStatusCode();
        var told = await host.Clerk.RefusedAsync(Order(), HttpStatusCode.ServiceUnavailable, "/signatures");
        (await host.Clerk.Host.Administrator.PutAsJsonAsync(settings, new { bsreAddress = "" }, Stop)).EnsureSuccessStatusCode();
        var unset = await host.Clerk.RefusedAsync(Order(), path: "/signatures");
        (await host.Clerk.Host.Administrator.PutAsJsonAsync(settings, new { }, Stop)).EnsureSuccessStatusCode();

        Assert.Equal("Unreachable", (string)told["problem"]!);
        Assert.Equal("NotConfigured", (string)unset["problem"]!);
        Assert.DoesNotContain("rahasia", await host.Clerk.Host.Administrator.GetStringAsync("/api/regency/settings/signing", Stop), StringComparison.Ordinal);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    JsonObject Order(string passphrase = FakeBsre.Passphrase, string number = FakeBsre.Number) => new()
    {
        ["pdf"] = Convert.ToBase64String(host.Letter),
        ["signer"] = new JsonObject
        {
            ["id"] = Guid.Empty, ["name"] = "H. Rizal Sahputra", ["office"] = "Kepala Desa", ["reason"] = "Surat keterangan", ["nationalId"] = number, ["passphrase"] = passphrase,
        },
    };

    static byte[] Changed(byte[] pdf)
    {
        pdf[500] ^= 1;
        return pdf;
    }

    static async Task BreakOffAsync(FakeBsre bsre, HttpContext context, byte[] pdf)
    {
        var signed = bsre.Sign(pdf);
        context.Response.ContentLength = signed.Length;
        await context.Response.Body.WriteAsync(signed.AsMemory(0, signed.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
