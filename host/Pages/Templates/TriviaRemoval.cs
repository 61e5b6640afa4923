using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Drops the lists of spaces and comments around each word of a template, which only a printer of templates needs and which are a quarter of its memory.</summary>
sealed class TriviaRemoval : ScriptVisitor
{
    static readonly ScriptTrivias None = new();

    protected override void DefaultVisit(ScriptNode? node)
    {
        if (node is IScriptTerminal terminal) terminal.Trivias = None;
        base.DefaultVisit(node);
    }
}
