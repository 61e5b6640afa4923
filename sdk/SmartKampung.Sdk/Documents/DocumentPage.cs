namespace SmartKampung.Sdk;

/// <summary>Some of the documents that a query finds, and how many there are in all.</summary>
/// <param name="Documents">The documents, after Skip and Take.</param>
/// <param name="Count">How many there are without Skip and Take.</param>
/// <typeparam name="T">The document type.</typeparam>
public sealed record DocumentPage<T>(IReadOnlyList<T> Documents, int Count) where T : Document;
