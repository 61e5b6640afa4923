using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Notifications;

static class NotificationsApi
{
    const int PageSize = 50;

    /// <summary>What became of each message of a village, newest first.</summary>
    public static void MapNotificationsApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/villages/{code}/notifications", List).AddEndpointFilter(PresentCode.Filter)
            .WithName("ListNotifications").WithSummary("What became of each message, newest first.").Produces<NotificationPage>();

    static async Task<IResult> List(string code, int? page, VillageRegistry villages, Messages messages, CancellationToken stop)
    {
        var all = messages.OpenSession(villages.FindByCode(code)!.Id).Query<Message>();
        var shown = await all.OrderByDescending(message => message.WrittenAt).Skip((Math.Max(1, page ?? 1) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return ApiJson.Ok(new NotificationPage(await all.CountAsync(stop), [.. shown.Select(NotificationView.Of)]));
    }
}

sealed record NotificationPage(int Total, IReadOnlyList<NotificationView> Notifications);

sealed record NotificationView(Guid Id, string Module, NotificationChannel Channel, string To, string Subject, DateTimeOffset WrittenAt, NotificationStatus Status)
{
    public static NotificationView Of(Message message) =>
        new(message.Id, message.Module, message.Channel, message.To, message.Subject, message.WrittenAt, ModuleNotifications.StatusOf(message));
}
