using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SmartKampung.Letters.Issued.Checking;

/// <summary>
/// What the QR code of a letter says: the address that checks it, and behind <c>#</c>, which browsers send to nobody, a short signed statement for a check
/// without a connection: <c>KEY.STATEMENT.SIGNATURE</c>, the latter two in base64url. Signed is the code, a line feed and the statement.
/// </summary>
sealed class LetterStatement(IStatements statements, IAddresses addresses)
{
    public const string Path = "/surat/periksa";

    public string Address(string code) => $"{CheckPage()}/{code}";

    /// <summary>Paper is read by others than who asked for it, so the address is that of the Indonesian page.</summary>
    public string CheckPage() => OnPaper(addresses.Absolute(Path).ToString());

    /// <summary>An address or path of the check as paper has it.</summary>
    public static string OnPaper(string address) => address.Replace("/en" + Path, Path, StringComparison.Ordinal);

    public string Qr(Letter letter, DateOnly date)
    {
        var statement = Encoding.UTF8.GetBytes(string.Join('\n', letter.Number, Day(date), letter.ValidUntil is { } until ? Day(until) : "", MaskedName.Of(letter.HolderName), letter.TypeName.Indonesian));
        var signature = statements.Sign([.. Encoding.UTF8.GetBytes(letter.Code + "\n"), .. statement]);
        return $"{Address(letter.Code)}#{statements.KeyId}.{Base64Url.EncodeToString(statement)}.{Base64Url.EncodeToString(signature)}";
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
