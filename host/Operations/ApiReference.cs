extern alias ScalarPage;

using System.Security.Cryptography;
using ScalarPage::Scalar.AspNetCore;

namespace SmartKampung.Host.Operations;

/// <summary>The description of the API as a page to read and try, from the package's own script.</summary>
static class ApiReference
{
    public static void MapApiReference(this IEndpointRouteBuilder routes) => routes
        .MapScalarApiReference("/openapi", Describe)
        .ExcludeFromDescription();

    static void Describe(ScalarOptions page, HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        page.WithTitle("SmartKampung API").WithNonce(nonce).WithOpenApiRoutePattern("/openapi/v1.json")
            .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
        context.Response.Headers.ContentSecurityPolicy = PolicyWith(nonce);
    }

    /// <summary>No script but the package's. Its elements carry style attributes, which no nonce can allow.</summary>
    static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
