namespace SmartKampung.Letters.Requests.Telling;

/// <summary>A message with what became of it.</summary>
sealed record ToldMessage(RequestMessage Message, NotificationStatus? Status)
{
    public static async Task<IReadOnlyList<ToldMessage>> OfAsync(LetterRequest request, IDocumentSession session, INotifications notifications, CancellationToken stop)
    {
        var (id, told) = (request.Id, new List<ToldMessage>());
        foreach (var message in await session.Query<RequestMessage>().Where(message => message.Request == id).OrderByDescending(message => message.At).Take(10).ToListAsync(stop))
            told.Add(new(message, await notifications.FindAsync(message.Notification, stop)));
        return told;
    }
}
