using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.Queries;

/// <summary>Conversions that C# writes by itself around a property, which change no value.</summary>
static class Widening
{
    static readonly TypeCode[] Wholes =
        [TypeCode.SByte, TypeCode.Byte, TypeCode.Int16, TypeCode.UInt16, TypeCode.Int32, TypeCode.UInt32, TypeCode.Int64, TypeCode.UInt64];

    public static bool Allows(Type from, Type to)
    {
        from = Scalar.Underlying(from);
        to = Scalar.Underlying(to);
        return from == to || (from.IsPrimitive && Allows(Type.GetTypeCode(from), Type.GetTypeCode(to)));
    }

    static bool Allows(TypeCode from, TypeCode to) => to switch
    {
        TypeCode.Decimal or TypeCode.Single => Wholes.Contains(from),
        TypeCode.Double => Wholes.Contains(from) || from == TypeCode.Single,
        TypeCode.Int64 => Wholes.Contains(from) && from < TypeCode.Int64,
        TypeCode.UInt64 => from is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32,
        TypeCode.UInt32 => from is TypeCode.Byte or TypeCode.UInt16,
        TypeCode.Int32 => Wholes.Contains(from) && from < TypeCode.Int32,
        _ => false,
    };
}
