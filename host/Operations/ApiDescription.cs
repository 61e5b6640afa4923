using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Operations;

/// <summary>What the description of the API says of itself: whose it is, which version, where it lies, and who needs the key.</summary>
static class ApiDescription
{
    const string Key = "administratorKey";

    static readonly string Version = typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(api => api
        .AddDocumentTransformer(DescribeAsync)
        .AddOperationTransformer(TellWhoMayAsync));

    static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        var site = context.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        document.Info = new OpenApiInfo
        {
            Title = $"{site.Name} API",
            Version = Version,
            Description = "Villages, their modules and what these keep. Reading villages is public; what is marked needs the administrator key, " +
                "which stands in `admin.key` in the data folder. What is refused is answered with problem details (RFC 9457) in Indonesian or English, by `Accept-Language`.",
        };
        if (site.Address.Length > 0) document.Servers = [new OpenApiServer { Url = site.Address }];
        document.AddComponent(Key, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The administrator key." });
        return Task.CompletedTask;
    }

    static Task TellWhoMayAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.Any(NeedsKey))
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    static bool NeedsKey(object metadata) => metadata is IAuthorizeData or Rule { Permission: not null };
}
