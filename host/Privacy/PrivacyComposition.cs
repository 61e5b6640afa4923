using Microsoft.Extensions.Options;
using SmartKampung.Host.Background;
using SmartKampung.Host.Regency;

namespace SmartKampung.Host.Privacy;

/// <summary>The room of what a service owes to those whose data it holds (UU 27/2022): telling, asking, showing, putting right, erasing, forgetting in time.</summary>
static class PrivacyComposition
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IOptions<RetentionOptions>, PresentOptions<RetentionOptions>>()
            .AddSingleton<PrivacyDocuments>()
            .AddSingleton<Notices>()
            .AddSingleton<NoticeRows>()
            .AddSingleton<Consents>()
            .AddSingleton<IReceivers, FollowConsents>()
            .AddSingleton<AgreedTo>()
            .AddSingleton<PersonalRequests>()
            .AddSingleton<ModulePersonalData>()
            .AddSingleton<OwnDataView>()
            .AddSingleton<OwnDataFile>()
            .AddSingleton<WaitingRequests>()
            .AddSingleton<TellAnswers>()
            .AddHostedService(host => host.GetRequiredService<TellAnswers>())
            .AddSingleton<ForgetOld>()
            .AddHostedService(host => host.GetRequiredService<ForgetOld>());
    }

    /// <summary>The notice has a page in each village and one at the portal.</summary>
    public static IEndpointRouteBuilder MapNotice(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/privasi", ShowNotice.HandleAsync).AllowAnyone();
        return pages;
    }
}
