namespace SmartKampung.Tests.Plugins.Letters;

/// <summary>A letter of the tests' own: one question, one document, three steps; parts are put in its place.</summary>
static class Sample
{
    public const string Slug = "keterangan-uji";

    public const string Purpose = """{ "key": "purpose", "kind": "text", "isRequired": true, "max": 120, "label": { "indonesian": "Keperluan", "english": "Purpose" } }""";

    public const string Card = """{ "key": "ktp", "label": { "indonesian": "Foto KTP", "english": "Photo of the KTP" } }""";

    public const string Steps =
        """
        { "kind": "approve", "role": "neighborhood-head", "territory": "neighborhoodUnit", "dueHours": 12, "escalatesTo": "operator" },
        { "kind": "approve", "role": "operator", "dueHours": 4, "escalatesTo": "secretary" },
        { "kind": "sign", "role": "head", "dueHours": 8 }
        """;

    public static string Type(string fields = Purpose, string documents = Card, string steps = Steps, string slug = Slug, string audience = "family", string body = "<p>{{ subject.name }}</p>", string more = "") => $$"""
        {
          "slug": "{{slug}}",
          "name": { "indonesian": "Surat keterangan uji", "english": "Test letter" },
          "about": { "indonesian": "Menyatakan sesuatu.", "english": "States something." },
          "purposes": [ { "indonesian": "ziarah walisongo", "english": "keep goats" } ],
          "audience": "{{audience}}",
          "fields": [ {{fields}} ],
          "documents": [ {{documents}} ],
          "steps": [ {{steps}} ],
          "classifications": [ { "code": "470" } ],
          "body": "{{body}}"{{more}}
        }
        """;
}
