using System.Linq.Expressions;
using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>Paths of properties that tell something of a person; they may lead through lists: <c>f => f.Members.Select(m => m.Name)</c>.</summary>
static class PersonalPath
{
    public static string Read(LambdaExpression property) => Unwrap(property.Body) is MethodCallExpression { Method: { Name: nameof(Enumerable.Select), DeclaringType: var from } } call && from == typeof(Enumerable)
        ? $"{PathReader.Read(Expression.Lambda(call.Arguments[0], property.Parameters)).Name}.{Read((LambdaExpression)call.Arguments[1])}"
        : PathReader.Read(property).Name;

    /// <summary>Whether what lies at a path is personal, or lies in what is.</summary>
    public static bool Covers(IEnumerable<string> personal, string path) =>
        personal.Any(marked => path == marked || path.StartsWith(marked + ".", StringComparison.Ordinal));

    /// <summary>Whether something in what lies at a path is personal.</summary>
    public static bool LiesIn(IEnumerable<string> personal, string path) => personal.Any(marked => marked.StartsWith(path + ".", StringComparison.Ordinal));

    static Expression Unwrap(Expression body) => body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Unwrap(convert.Operand) : body;
}
