using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SmartKampung.Host.Papers;

namespace SmartKampung.Tests.Host.Papers;

/// <summary>A server of its own that plays BSrE's e-sign service, as well or as badly as it is told.</summary>
public sealed class FakeBsre : IAsyncDisposable
{
    public const string Number = "3510999901010001";
    public const string Passphrase = "frasa sandi";

    readonly WebApplication app;
    readonly X509Certificate2 certificate = Make();

    FakeBsre(WebApplication app) => this.app = app;

    /// <summary>What it does instead of signing; null signs.</summary>
    public Func<HttpContext, byte[], Task>? Instead { get; set; }

    /// <summary>How it says that the signer stands.</summary>
    public string UserStatus { get; set; } = "ISSUE";

    /// <summary>The fields that the last request brought.</summary>
    public IReadOnlyDictionary<string, string> Sent { get; private set; } = new Dictionary<string, string>();

    public string Address => app.Urls.Single();

    public static async Task<FakeBsre> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeBsre(builder.Build());
        server.app.MapPost("/api/sign/pdf", server.SignAsync);
        server.app.MapGet("/api/user/status/{nik}", (string nik, HttpContext context) => IsKnown(context) ? Results.Json(new { status_code = 1110, status = server.UserStatus, message = "-" }) : Results.Unauthorized());
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    public static Task RefuseAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer);
    }

    public byte[] Sign(byte[] pdf) =>
        AppendSignature.To(pdf, new PaperSigner(Guid.Empty, "H. Rizal Sahputra", ""), new DateTimeOffset(2026, 11, 23, 9, 15, 0, TimeSpan.FromHours(7)), content => CmsSignature.Make(content, certificate, certificate));

    public static async Task SendAsync(HttpContext context, byte[] pdf)
    {
        context.Response.ContentType = "application/pdf";
        await context.Response.Body.WriteAsync(pdf);
    }

    static bool IsKnown(HttpContext context) =>
        AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var sent) && sent.Parameter == Convert.ToBase64String(Encoding.UTF8.GetBytes("desa:rahasia"));

    async Task SignAsync(HttpContext context)
    {
        if (!IsKnown(context))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var form = await context.Request.ReadFormAsync();
        Sent = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        using var copy = new MemoryStream();
        await form.Files["file"]!.CopyToAsync(copy);
        if (Instead is not null) await Instead(context, copy.ToArray());
        else if (Sent["passphrase"] != Passphrase) await RefuseAsync(context, 400, new { error = "Passphrase anda salah", status_code = 2031 });
        else await SendAsync(context, Sign(copy.ToArray()));
    }

    static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=H. Rizal Sahputra, O=Kabupaten Banyuwangi, C=ID", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
