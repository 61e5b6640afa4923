namespace SmartKampung.Tests.Host.Storage;

/// <summary>Two versions of one module's document, as two versions of its assembly would bring them.</summary>
public static class Shapes
{
    public static class First
    {
        public sealed record Shop : Document
        {
            public required string Name { get; init; }
        }
    }

    public static class Second
    {
        public sealed record Shop : Document
        {
            public required string Title { get; init; }
        }
    }
}
