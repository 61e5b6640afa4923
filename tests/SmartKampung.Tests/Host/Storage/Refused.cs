using System.Text.Json.Serialization;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>Types that no engine could hold exactly.</summary>
public static class Refused
{
    public sealed record WithObject : Document { public object? Anything { get; init; } }

    public sealed record WithDateTime : Document { public DateTime At { get; init; } }

    public sealed record WithArray : Document { public IReadOnlyCollection<string> Items { get; init; } = []; }

    public sealed record WithDictionary : Document { public Dictionary<string, int> Counts { get; init; } = []; }

    public sealed record WithClass : Document { public Exception? Inner { get; init; } }

    public sealed record WithOpenRecord : Document { public Open? Inner { get; init; } }

    public record Open(string Text);

    public sealed record WithReadOnly : Document { public string Text { get; } = ""; }

    public sealed record WithPrivateSet : Document { public string Text { get; private set; } = ""; }

    public sealed record WithField : Document
    {
        readonly int hidden = Random.Shared.Next();

        public int Shown => hidden;
    }

    public sealed record WithIgnored : Document { [JsonIgnore] public string Text { get; init; } = ""; }

    public sealed record WithDeep : Document { public List<Level> Levels { get; init; } = []; }

    public sealed record Level { public char Text { get; init; } }

    public sealed record WithCycle : Document { public Node? Node { get; init; } }

    public sealed record Node { public Node? Next { get; init; } }

    public sealed record WithTwoConstructors : Document { public Twice? Inner { get; init; } }

    public sealed record Twice(string Text)
    {
        public Twice() : this("") { }
    }

    public sealed record Generic<T> : Document { public T? Value { get; init; } }
}
