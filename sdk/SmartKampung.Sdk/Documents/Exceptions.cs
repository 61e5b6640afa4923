namespace SmartKampung.Sdk;

/// <summary>A document was changed or deleted by someone else since it was read. Nothing of the unit of work was saved.</summary>
public sealed class ConcurrencyException : Exception
{
    /// <summary>Tells which document moved on.</summary>
    public ConcurrencyException(Type documentType, Guid id)
        : base($"{documentType.Name} {id} was changed by someone else.") => (DocumentType, Id) = (documentType, id);

    /// <summary>The document's type.</summary>
    public Type DocumentType { get; }

    /// <summary>The document's id.</summary>
    public Guid Id { get; }
}

/// <summary>Another document holds a unique key already. Nothing of the unit of work was saved.</summary>
public sealed class DuplicateException : Exception
{
    /// <summary>Tells which key is taken.</summary>
    public DuplicateException(Type documentType, string key)
        : base($"Another {documentType.Name} has the same {key}.") => (DocumentType, Key) = (documentType, key);

    /// <summary>The document's type.</summary>
    public Type DocumentType { get; }

    /// <summary>The names of the properties that make the key, joined by a comma.</summary>
    public string Key { get; }
}

/// <summary>
/// The data of a village can't be read or written at the moment: its file is damaged or the disk is full.
/// The host answers 503 with a page that says so; modules need not catch it.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Tells why.</summary>
    public StorageUnavailableException(string message, Exception? cause = null) : base(message, cause) { }
}
