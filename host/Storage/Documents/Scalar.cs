using System.Globalization;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>
/// Values that documents hold directly. Comparing and indexing know only their canonical forms:
/// bool, long, double, decimal, Guid and string.
/// </summary>
static class Scalar
{
    static readonly Dictionary<Type, Type> CanonicalTypes = new()
    {
        [typeof(bool)] = typeof(bool),
        [typeof(byte)] = typeof(long),
        [typeof(sbyte)] = typeof(long),
        [typeof(short)] = typeof(long),
        [typeof(ushort)] = typeof(long),
        [typeof(int)] = typeof(long),
        [typeof(uint)] = typeof(long),
        [typeof(long)] = typeof(long),
        [typeof(ulong)] = typeof(decimal),
        [typeof(float)] = typeof(double),
        [typeof(double)] = typeof(double),
        [typeof(decimal)] = typeof(decimal),
        [typeof(string)] = typeof(string),
        [typeof(Guid)] = typeof(Guid),
        [typeof(DateOnly)] = typeof(long),
        [typeof(TimeOnly)] = typeof(long),
        [typeof(TimeSpan)] = typeof(long),
        [typeof(DateTimeOffset)] = typeof(long),
    };

    public static bool Is(Type type) => CanonicalType(type) is not null;

    /// <summary>The type of the canonical form, or null where the type is no scalar.</summary>
    public static Type? CanonicalType(Type type) => CanonicalTypes.GetValueOrDefault(Underlying(type));

    /// <summary>The type without <c>?</c>, and the number behind an enum.</summary>
    public static Type Underlying(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? type.GetEnumUnderlyingType() : type;
    }

    public static object? Canonical(object? value) => value switch
    {
        null or bool or long or double or decimal or string or Guid => value,
        int number => (long)number,
        DateTimeOffset moment => moment.UtcTicks,
        DateOnly date => (long)date.DayNumber,
        TimeOnly time => time.Ticks,
        TimeSpan span => span.Ticks,
        float number => (double)number,
        ulong number => (decimal)number,
        Enum name => Canonical(Convert.ChangeType(name, name.GetTypeCode(), CultureInfo.InvariantCulture)),
        byte or sbyte or short or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType().Name} can't be compared."),
    };

    /// <summary>Orders canonical values: null first, strings by their UTF-16 code units.</summary>
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        (long a, long b) => a.CompareTo(b),
        _ => ((IComparable)left).CompareTo(right),
    };
}
