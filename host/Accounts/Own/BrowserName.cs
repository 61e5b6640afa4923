namespace SmartKampung.Host.Accounts.Own;

/// <summary>What a browser says of itself, in plain words such as Chrome, Android.</summary>
static class BrowserName
{
    // The order tells: Edge and Samsung say that they are Chrome, and all say that they are Safari.
    static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"), ("MiuiBrowser", "Mi Browser"),
        ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>The browser and the machine; empty where it says nothing that is known.</summary>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, entry => userAgent.Contains(entry.Sign, StringComparison.Ordinal)).Name;
}
