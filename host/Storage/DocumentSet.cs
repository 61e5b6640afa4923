using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage;

/// <summary>The document types of one module, checked and ready to be used by any engine.</summary>
sealed class DocumentSet
{
    readonly Dictionary<Type, DocumentType> types = [];
    readonly JsonSerializerOptions json = DocumentJson.CreateOptions();

    DocumentSet(string owner) => Owner = owner;

    public string Owner { get; }

    public Getters Getters { get; } = new();

    public IEnumerable<DocumentType> Types => types.Values;

    /// <exception cref="InvalidOperationException">A type can't be stored; the message names the type and the property.</exception>
    public static DocumentSet Create(string owner, IEnumerable<DocumentRegistration> registrations)
    {
        var set = new DocumentSet(owner);
        foreach (var registration in registrations) set.Add(registration.Accept(new Reader(set)));
        return set;
    }

    public DocumentType TypeOf(Type type) => types.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"{type.Name} is not among the documents that '{Owner}' registered with AddDocuments.");

    public DocumentType? Find(string name) => types.Values.FirstOrDefault(type => type.Name == name);

    void Add(DocumentType type)
    {
        if (types.Values.Any(other => string.Equals(other.Name, type.Name, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"Two document types of '{Owner}' are called {type.Name}.");
        types.Add(type.Type, type);
    }

    sealed class Reader(DocumentSet set) : IDocumentRegistrationVisitor<DocumentType>
    {
        public DocumentType Visit<T>(DocumentMapping<T> mapping) where T : Document
        {
            StorableType.Check(typeof(T));
            for (var from = 1; from <= mapping.Upgrades.Count; from++)
            {
                if (!mapping.Upgrades.ContainsKey(from))
                    throw new InvalidOperationException($"{typeof(T).Name} has no step from schema {from}; steps must follow each other from 1.");
            }

            string[] personal = [.. mapping.PersonalData.Select(PersonalPath.Read)];
            return new(set.Owner, set.json.GetTypeInfo(typeof(T)))
            {
                Indexes = [.. mapping.Indexes.Select(property => Index(property, personal))],
                UniqueKeys = [.. mapping.UniqueKeys.Select(properties => Key(properties, personal))],
                PersonalData = personal,
                Territory = mapping.TerritoryProperty is { } territory ? Part(territory) : null,
                Housekeeping = [.. typeof(T).GetProperties().Where(property => property.IsDefined(typeof(HousekeepingAttribute))).Select(property => property.Name)],
                Secrets = [.. typeof(T).GetProperties().Where(IsSecret).Select(property => property.Name)],
                Searched = mapping.Texts.Count == 0 ? null : new([.. mapping.Texts.Select(text => Searched(text, personal))]),
                Upgrades = mapping.Upgrades,
            };
        }

        TerritoryProperty Part(LambdaExpression property)
        {
            var path = PathReader.Read(property);
            var read = set.Getters.Raw(path);
            return new(property, path.Name, document => (Territory?)read(document));
        }

        static bool IsSecret(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password;

        UniqueKey Key(LambdaExpression[] properties, string[] personal)
        {
            var parts = properties.Select(property => Index(property, personal)).ToList();
            return parts.Count > 0 && !parts.Any(part => part.IsList)
                ? new(parts)
                : throw new InvalidOperationException($"A unique key of '{set.Owner}' needs properties with one value.");
        }

        SearchedProperty Searched(TextProperty text, string[] personal)
        {
            var path = PathReader.Read(text.Property);
            return path.Leaf == typeof(string) || StorableType.ItemOf(path.Leaf) == typeof(string)
                ? new(path.Name, text.Weight, text.IsHtml, PersonalPath.Covers(personal, path.Name), set.Getters.Raw(path))
                : throw new InvalidOperationException($"{path.Root.Name}.{path.Name} can't be searched: it is a {path.Leaf.Name}.");
        }

        DocumentIndex Index(LambdaExpression property, string[] personal)
        {
            var path = PathReader.Read(property);
            var isPersonal = PersonalPath.Covers(personal, path.Name);
            if (Scalar.Is(path.Leaf)) return new(path.Name, path.Leaf, IsList: false, isPersonal, set.Getters.Scalar(path, path.Leaf));
            if (StorableType.ItemOf(path.Leaf) is { } item && Scalar.Is(item))
                return new(path.Name, item, IsList: true, isPersonal, set.Getters.Raw(path));
            throw new InvalidOperationException($"{path.Root.Name}.{path.Name} can't be indexed: it is a {path.Leaf.Name}.");
        }
    }
}
