using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Whether a signature brings a letter into being. Where a request went back behind its signatures, what was signed is replaced by a new letter: it is never changed.</summary>
static class FirstSignature
{
    public static bool IsNext(LetterRequest request) => request.Letter is null || !request.Type.Steps.Take(request.Step).Any(step => step.Kind is StepKind.Sign);
}
