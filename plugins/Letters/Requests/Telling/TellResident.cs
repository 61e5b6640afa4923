namespace SmartKampung.Letters.Requests.Telling;

/// <summary>Tells the one who asked what is next: by e-mail where there is an address, else by a WhatsApp link that staff open.</summary>
sealed class TellResident(INotifications notifications, IDocumentSession session, ITexts texts, IAddresses addresses, Village village, TimeProvider clock)
{
    /// <summary>Goes out with the session's changes.</summary>
    /// <param name="request">What it is about.</param>
    /// <param name="about">One of asked, asked_back, rejected, done.</param>
    public void Tell(LetterRequest request, string about)
    {
        if (request.Contact.Email.Length > 0) Send(request, about, NotificationChannel.Email);
        else if (request.Contact.Phone.Length > 0) Send(request, about, NotificationChannel.WhatsApp);
    }

    /// <summary>Tells the same in the other way, where the first one failed for good.</summary>
    public bool TellByWhatsApp(LetterRequest request, string about) => request.Contact.Phone.Length > 0 && Send(request, about, NotificationChannel.WhatsApp);

    bool Send(LetterRequest request, string about, NotificationChannel channel)
    {
        var (to, text) = (channel == NotificationChannel.Email ? request.Contact.Email : request.Contact.Phone, TextOf(request, about));
        try
        {
            var id = notifications.Send(channel == NotificationChannel.Email ? Notification.Email(to, texts["tell.subject", request.Type.Name.Indonesian, village.Name], text) : Notification.WhatsApp(to, text));
            session.Store(new RequestMessage { Request = request.Id, Notification = id, Channel = channel, To = to, About = about, At = clock.GetUtcNow() });
            return true;
        }
        catch (ArgumentException)
        {
            // The register holds what people told; what is no address is told by nobody, and the page of the request says all the same.
            return false;
        }
    }

    /// <summary>In Indonesian whatever staff read: the resident is the reader.</summary>
    string TextOf(LetterRequest request, string about) =>
        texts["tell." + about, request.Contact.Name, request.Type.Name.Indonesian, village.Name, addresses.Absolute(request.Path()), request.History.LastOrDefault()?.Reason];
}
