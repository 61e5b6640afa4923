using Scriban.Syntax;

namespace SmartKampung.Host.Pages;

/// <summary>Looks for what ends a loop or a template early.</summary>
sealed class JumpSearch : ScriptVisitor
{
    bool hasFound;

    public static bool IsIn(ScriptNode node)
    {
        var search = new JumpSearch();
        search.Visit(node);
        return search.hasFound;
    }

    public override void Visit(ScriptBreakStatement node) => hasFound = true;

    public override void Visit(ScriptContinueStatement node) => hasFound = true;

    public override void Visit(ScriptReturnStatement node) => hasFound = true;
}
