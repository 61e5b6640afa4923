using System.Security.Cryptography;
using System.Text;

namespace SmartKampung.Letters.Types.Comparing;

/// <summary>A short mark of what a type says. Whether it is offered is each village's own matter.</summary>
static class TypeMark
{
    const int Length = 16;

    public static string Of(LetterType type) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LetterJson.Write(type with { IsOffered = true }))))[..Length];
}
