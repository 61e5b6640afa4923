using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmartKampung.Tests.Host.Papers;

public sealed class SignPaperTests(ClerkHost clerk) : IClassFixture<ClerkHost>
{
    const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    const string SigningTime = "1.2.840.113549.1.9.5";

    static readonly JsonObject Secretary = SignerOf("Dewi Lestari, S.AP.", "Sekretaris Desa", 2);

    [Fact]
    public async Task Signed_letter_is_valid_to_others_and_says_who_signed_it_why_and_where()
    {
        var pdf = await clerk.MakeAsync(ClerkHost.Letter);

        var signed = await SignAsync(pdf);

        using var paper = new PdfTools(signed);
        var told = await paper.SignaturesAsync();
        Assert.Contains("Signature is Valid", told, StringComparison.Ordinal);
        Assert.Contains("Signer Certificate Common Name: H. Rizal Sahputra, S.Sos.", told, StringComparison.Ordinal);
        Assert.Contains("Signing Hash Algorithm: SHA-256", told, StringComparison.Ordinal);
        Assert.Contains("Signature Type: ETSI.CAdES.detached", told, StringComparison.Ordinal);
        Assert.Contains("Total document signed", told, StringComparison.Ordinal);
        Assert.Contains("Surat keterangan nomor 14", Texts(signed), StringComparison.Ordinal);
        Assert.Contains("D:20261123091500+07'00'", Encoding.Latin1.GetString(signed), StringComparison.Ordinal);
        Assert.Equal(pdf, signed[..pdf.Length]);
        Assert.InRange(signed.Length, pdf.Length, 150 * 1024);
        Assert.Contains("Dusun Krajan RT 02 RW 01", await paper.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Form:            AcroForm", await paper.InfoAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_names_its_certificate_and_leaves_the_time_to_the_PDF()
    {
        var attributes = CmsIn(await SignAsync(await clerk.MakeAsync(ClerkHost.Letter))).SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value).ToList();

        Assert.Contains(SigningCertificateV2, attributes);
        Assert.DoesNotContain(SigningTime, attributes);
    }

    [Fact]
    public async Task One_changed_byte_is_found()
    {
        var signed = await SignAsync(await clerk.MakeAsync(ClerkHost.Letter));
        Assert.True((await CheckAsync(signed))[0].IsIntact);

        signed[500] ^= 1;

        using var paper = new PdfTools(signed);
        Assert.DoesNotContain("Signature is Valid", await paper.SignaturesAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await CheckAsync(signed), signature => signature.IsIntact);
    }

    [Fact]
    public async Task Two_sign_one_letter_and_both_signatures_hold()
    {
        var once = await SignAsync(await clerk.MakeAsync(ClerkHost.Letter));

        var twice = await SignAsync(once, Secretary);

        using var paper = new PdfTools(twice);
        Assert.Equal(2, Regex.Count(await paper.SignaturesAsync(), "Signature is Valid"));
        Assert.Equal([("H. Rizal Sahputra, S.Sos.", "Kepala Desa", true, false, true), ("Dewi Lestari, S.AP.", "Sekretaris Desa", true, true, true)],
            (await CheckAsync(twice)).Select(signature => (signature.Name, signature.Office, signature.IsIntact, signature.CoversAll, signature.IsOfInstallation)));
    }

    [Fact]
    public async Task What_is_added_after_the_signature_is_not_covered_by_it()
    {
        var signed = await SignAsync(await clerk.MakeAsync(ClerkHost.Letter));

        var signature = Assert.Single(await CheckAsync([.. signed, .. "\n% lampiran\n"u8]));

        Assert.True(signature.IsIntact);
        Assert.False(signature.CoversAll);
    }

    [Fact]
    public async Task Certificate_of_the_signer_was_issued_by_the_one_that_the_portal_publishes()
    {
        var signer = CmsIn(await SignAsync(await clerk.MakeAsync(ClerkHost.Letter))).SignerInfos[0].Certificate!;
        using var published = X509CertificateLoader.LoadCertificate(await clerk.Host.Anonymous.GetByteArrayAsync("/sertifikat/sertifikat.crt", Stop));
        var page = await clerk.Host.Anonymous.GetStringAsync("/sertifikat", Stop);
        using var chain = new X509Chain();
        (chain.ChainPolicy.TrustMode, chain.ChainPolicy.RevocationMode) = (X509ChainTrustMode.CustomRootTrust, X509RevocationMode.NoCheck);
        (chain.ChainPolicy.VerificationTime, chain.ChainPolicy.DisableCertificateDownloads) = (clerk.Host.Clock.GetUtcNow().UtcDateTime, true);
        chain.ChainPolicy.CustomTrustStore.Add(published);

        Assert.True(chain.Build(signer));
        Assert.Contains("O=\"Desa Tamansari, Licin, Kabupaten Banyuwangi\"", signer.Subject, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(published.RawData))[..4] + " ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_is_used_again_and_renewed_before_it_is_over()
    {
        var pdf = await clerk.MakeAsync(ClerkHost.Letter);
        var (first, again) = (SerialIn(await SignAsync(pdf, Secretary)), SerialIn(await SignAsync(pdf, Secretary)));
        var before = clerk.Host.Clock.GetUtcNow();
        clerk.Host.Clock.AdjustTime(before.AddYears(2).AddDays(-20));

        var renewed = await SignAsync(pdf, Secretary);

        clerk.Host.Clock.AdjustTime(before);
        Assert.Equal(first, again);
        Assert.NotEqual(first, SerialIn(renewed));
        Assert.True((await CheckAsync(renewed))[0].IsOfInstallation);
    }

    [Fact]
    public async Task Papers_are_signed_though_the_clock_was_ahead_when_the_authority_was_made()
    {
        var pdf = await clerk.MakeAsync(ClerkHost.Letter);
        await SignAsync(pdf, Secretary);
        var ahead = clerk.Host.Clock.GetUtcNow();
        clerk.Host.Clock.AdjustTime(ahead.AddDays(-40));
        try
        {
            Assert.True((await CheckAsync(await SignAsync(pdf, Secretary)))[0].IsOfInstallation);
        }
        finally
        {
            clerk.Host.Clock.AdjustTime(ahead);
        }
    }

    [Fact]
    public async Task Keys_lie_outside_of_the_databases_and_are_read_by_nobody_else()
    {
        await SignAsync(await clerk.MakeAsync(ClerkHost.Letter));

        var files = Directory.GetFiles(Path.Combine(clerk.Host.DataFolder, "keys", "papers"), "*.pem");

        Assert.Contains(files, file => Path.GetFileName(file) == "authority.pem");
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in files) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("bukan PDF")]
    [InlineData("%PDF-1.7\nxref\ntrailer\nstartxref\n9\n%%EOF")]
    public async Task What_is_no_PDF_is_not_signed_and_bears_no_signature(string text)
    {
        var told = await clerk.RefusedAsync(Order(Encoding.ASCII.GetBytes(text)), path: "/signatures");

        Assert.Equal("UnfitPaper", (string)told["problem"]!);
        Assert.Empty(await CheckAsync(Encoding.ASCII.GetBytes(text)));
    }

    [Theory]
    [InlineData("/sertifikat/kunci.json")]
    [InlineData("/" + TestHost.DemoSlug + "/sertifikat/kunci.json")]
    public async Task Statement_is_checked_with_the_published_key_alone(string address)
    {
        using var answer = await clerk.PostAsync("/statements/470-14", []);
        var signed = (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        var key = (await clerk.Host.Anonymous.GetFromJsonAsync<JsonObject>(address, Stop))!["keys"]![0]!;
        using var checking = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Bytes(key["x"]!), Y = Bytes(key["y"]!) } });

        Assert.Equal((string)key["kid"]!, (string)signed["key"]!);
        Assert.True(checking.VerifyData("470-14"u8, Convert.FromBase64String((string)signed["signature"]!), HashAlgorithmName.SHA256));
        Assert.Equal((true, false), ((bool)signed["isOurs"]!, (bool)signed["isOther"]!));
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static JsonObject SignerOf(string name, string office, int number) =>
        new() { ["id"] = new Guid(number, 0, 0, new byte[8]), ["name"] = name, ["office"] = office, ["reason"] = "Surat keterangan nomor 14", ["location"] = "Tamansari" };

    static JsonObject Order(byte[] pdf, JsonObject? signer = null) =>
        new() { ["pdf"] = Convert.ToBase64String(pdf), ["signer"] = (signer ?? SignerOf("H. Rizal Sahputra, S.Sos.", "Kepala Desa", 1)).DeepClone() };

    async Task<byte[]> SignAsync(byte[] pdf, JsonObject? signer = null)
    {
        using var answer = await clerk.PostAsync("/signatures", Order(pdf, signer));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    async Task<IReadOnlyList<PaperSignature>> CheckAsync(byte[] pdf)
    {
        using var answer = await clerk.PostAsync("/checks", Order(pdf));
        return (await answer.Content.ReadFromJsonAsync<List<PaperSignature>>(Stop))!;
    }

    static SignedCms CmsIn(byte[] pdf)
    {
        var hex = Regex.Match(Encoding.Latin1.GetString(pdf), "/Contents <([0-9A-F]+)>").Groups[1].Value;
        var cms = new SignedCms();
        cms.Decode(Convert.FromHexString(hex.TrimEnd('0') + (hex.TrimEnd('0').Length % 2 == 0 ? "" : "0")));
        return cms;
    }

    static string SerialIn(byte[] pdf) => CmsIn(pdf).SignerInfos[0].Certificate!.SerialNumber;

    /// <summary>The texts of the signature, which stand in it as UTF-16.</summary>
    static string Texts(byte[] pdf) => string.Join('\n', Regex.Matches(Encoding.Latin1.GetString(pdf), "<FEFF([0-9A-F]+)>").Select(match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value))));

    static byte[] Bytes(JsonNode part) => System.Buffers.Text.Base64Url.DecodeFromChars((string)part!);
}
