using Scriban.Runtime;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Papers;

/// <summary>What signers are told when nothing came of a signature, in both languages.</summary>
sealed class SigningTexts(TextLibrary texts)
{
    public SigningException Failure(SigningProblem problem, Exception? cause = null)
    {
        var key = "papers.signing." + StandardMemberRenamer.Rename(problem.ToString());
        return new(problem, new LocalText(In("id", key), In("en", key)), cause);
    }

    string In(string language, string key) => texts.For(PageOwner.Host.Id, language)[key];
}
