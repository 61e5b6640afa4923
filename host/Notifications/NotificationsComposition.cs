using SmartKampung.Host.Background;

namespace SmartKampung.Host.Notifications;

/// <summary>The room of what people are told outside of the pages.</summary>
static class NotificationsComposition
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration("Smtp").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Messages>().AddSingleton<MailServer>().AddSingleton<IReceivers, SendEmails>();
    }
}
