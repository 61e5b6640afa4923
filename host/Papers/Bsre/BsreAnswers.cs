using System.Net;
using System.Text.Json;

namespace SmartKampung.Host.Papers;

/// <summary>What the e-sign service says instead of signing. Its versions differ in numbers and words, so both are looked at.</summary>
static class BsreAnswers
{
    const int WrongPassphrase = 2031;
    const int UnknownUser = 2011;
    const int ExpiredUser = 2021;

    /// <summary>Why nothing was signed, where the answer tells.</summary>
    public static SigningProblem? ProblemIn(HttpStatusCode status, byte[] body)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) return SigningProblem.NotConfigured;
        if (status >= HttpStatusCode.InternalServerError) return SigningProblem.ServiceFailed;
        if (Read(body) is not { } answer) return status == HttpStatusCode.NotFound ? SigningProblem.NotConfigured : null;
        return answer.Code switch
        {
            WrongPassphrase => SigningProblem.WrongPassphrase,
            UnknownUser => SigningProblem.NotRegistered,
            ExpiredUser => SigningProblem.CertificateExpired,
            _ => ProblemInWords(answer.Words),
        };
    }

    /// <summary>Why a signer can't sign, from how the service says that they stand.</summary>
    public static SigningProblem ProblemOfUser(byte[] body) => Read(body)?.Status switch
    {
        "NOT_REGISTERED" => SigningProblem.NotRegistered,
        "EXPIRED" or "RENEW" => SigningProblem.CertificateExpired,
        "NEW" or "WAITING_FOR_VERIFICATION" or "REVOKE" or "REVOKED" or "SUSPEND" or "NO_CERTIFICATE" => SigningProblem.CertificateInactive,
        _ => SigningProblem.ServiceFailed,
    };

    static SigningProblem? ProblemInWords(string words)
    {
        if (words.Contains("passphrase", StringComparison.OrdinalIgnoreCase)) return SigningProblem.WrongPassphrase;
        if (words.Contains("tidak terdaftar", StringComparison.OrdinalIgnoreCase) || words.Contains("belum terdaftar", StringComparison.OrdinalIgnoreCase)) return SigningProblem.NotRegistered;
        return words.Contains("expired", StringComparison.OrdinalIgnoreCase) || words.Contains("kedaluwarsa", StringComparison.OrdinalIgnoreCase) ? SigningProblem.CertificateExpired : null;
    }

    static BsreAnswer? Read(byte[] body)
    {
        try
        {
            var answer = JsonElement.Parse(body);
            return answer.ValueKind is JsonValueKind.Object ? new(Number(answer, "status_code"), Text(answer, "status"), $"{Text(answer, "error")} {Text(answer, "message")}") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static int Number(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    static string Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    sealed record BsreAnswer(int Code, string Status, string Words);
}
