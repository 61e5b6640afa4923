using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>The room of what is written down of everyone who changes something.</summary>
static class AuditComposition
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditKey>()
        .AddSingleton<AuditSeal>()
        .AddSingleton<AuditDocuments>()
        .AddSingleton<RecordChanges>()
        .AddSingleton<AuditLog>()
        .AddSingleton<VerifyAudit>()
        .AddSingleton<AuditAnchors>()
        .AddHostedService(host => host.GetRequiredService<AuditAnchors>());

    /// <summary>Writes down what is saved from here on, by whom; belongs behind authentication and routing.</summary>
    public static void UseAudit(this WebApplication app)
    {
        app.Services.GetRequiredService<IDocumentStore>().OnSaving(app.Services.GetRequiredService<RecordChanges>().AddAsync);
        app.Use(next => context => Actor.Of(context) is { } actor ? EnterAsync(actor, context, next) : next(context));
    }

    static async Task EnterAsync(Actor actor, HttpContext context, RequestDelegate next)
    {
        Actor.Enter(actor);
        await next(context);
    }
}
