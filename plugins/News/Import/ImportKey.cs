using System.Security.Cryptography;
using System.Text;

namespace SmartKampung.News.Import;

/// <summary>Short keys for what an old site is known by, however long its addresses are.</summary>
static class ImportKey
{
    /// <summary>Of an entry, for ever: by its guid, or by its number there.</summary>
    public static string Of(WxrItem item, string site) => Of(item.Guid.Length > 0 ? item.Guid : $"{site}#{item.Id}");

    public static string Of(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
