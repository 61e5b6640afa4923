namespace SmartKampung.Letters.Requests.Telling;

/// <summary>
/// Tells the one who asked what is next: by e-mail where there is an address, else by a WhatsApp link that staff open. It follows what happened, so that it is
/// told in the residents' language, whatever staff read.
/// </summary>
sealed class TellResident(INotifications notifications, IDocumentSession session, ITexts texts, IAddresses addresses, Village village, TimeProvider clock)
    : IEventHandler<RequestMoved>
{
    public async Task HandleAsync(RequestMoved happened, CancellationToken stop)
    {
        if (await session.LoadAsync<LetterRequest>(happened.Request, stop) is not { } request) return;
        var contact = request.Contact;
        if (contact.Email.Length > 0 && !happened.ByWhatsApp) Send(request, happened.About, NotificationChannel.Email, contact.Email);
        else if (contact.Phone.Length > 0) Send(request, happened.About, NotificationChannel.WhatsApp, contact.Phone);
    }

    void Send(LetterRequest request, string about, NotificationChannel channel, string to)
    {
        var text = TextOf(request, about);
        try
        {
            var id = notifications.Send(channel == NotificationChannel.Email ? Notification.Email(to, texts["tell.subject", request.Type.Name.Indonesian, village.Name], text) : Notification.WhatsApp(to, text));
            session.Store(new RequestMessage { Request = request.Id, Notification = id, Channel = channel, To = to, About = about, At = clock.GetUtcNow() });
        }
        catch (ArgumentException)
        {
            // The register holds what people told; what is no address is told by nobody, and the page of the request says all the same.
        }
    }

    string TextOf(LetterRequest request, string about) =>
        texts["tell." + about, request.Contact.Name, request.Type.Name.Indonesian, village.Name, addresses.Absolute(request.Path()), request.History.LastOrDefault(step => step.Reason.Length > 0)?.Reason];
}

/// <summary>Something of a request that its resident is told.</summary>
/// <param name="Request">The request.</param>
/// <param name="About">One of the constants.</param>
/// <param name="ByWhatsApp">Whether e-mail failed for good.</param>
sealed record RequestMoved(Guid Request, string About, bool ByWhatsApp = false)
{
    public const string Asked = "asked";
    public const string AskedBack = "asked_back";
    public const string Rejected = "rejected";
    public const string Done = "done";
}
