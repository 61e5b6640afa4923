using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SmartKampung.Tests.Plugins.Letters.Walk;

/// <summary>Somebody who has no business with the resident's data.</summary>
/// <param name="Who">For the reader of a failure.</param>
/// <param name="Client">Their browser or program.</param>
/// <param name="Site">The village whose addresses they ask.</param>
/// <param name="Token">What their forms carry; null for who has no session.</param>
sealed record Stranger(string Who, HttpClient Client, string Site, string? Token = null)
{
    public HttpRequestMessage Ask(string method, string path, ILookup<string, JsonObject> documents)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        // Each from an address of its own, so that no limit is met.
        request.Headers.ConnectionClose = true;
        if (method == "GET") return request;
        request.Content = path.StartsWith("/api/", StringComparison.Ordinal)
            ? JsonContent.Create(new { purpose = "Ingin tahu", version = 1, name = "Orang Lain", sex = "female" })
            : new FormUrlEncodedContent(Fields(documents));
        return request;
    }

    /// <summary>All that forms of these modules ask for, as whoever knows the ids would fill them in.</summary>
    IEnumerable<KeyValuePair<string, string>> Fields(ILookup<string, JsonObject> documents)
    {
        if (Token is not null) yield return new("_form", Token);
        foreach (var (name, value) in (IEnumerable<(string, string)>)
            [("purpose", "Ingin tahu"), ("reason", "Ingin tahu"), ("why", "Ingin tahu"), ("answer", "diubah orang"), ("collector", "Orang Lain"), ("target", "0"), ("score", "4"), ("seen", "true"), ("brought", "true"), ("format", "Csv"), ("token", Guid.NewGuid().ToString())])
            yield return new(name, value);
        foreach (var request in documents["LetterRequest"])
        {
            yield return new("selected", (string)request["Id"]!);
            yield return new("letters", (string)request["Id"]!);
            yield return new("version", ((int)request["Version"]!).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (var letter in documents["Letter"])
        {
            yield return new("letters", (string)letter["Id"]!);
            yield return new("corrects", (string)letter["Id"]!);
        }
    }
}
