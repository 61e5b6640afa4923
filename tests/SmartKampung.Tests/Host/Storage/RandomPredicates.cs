using System.Linq.Expressions;

namespace SmartKampung.Tests.Host.Storage;

/// <summary>Random predicates from the written list of LINQ; compiled, they tell what .NET means by them.</summary>
sealed class RandomPredicates(RichSamples samples, Random random)
{
    public Expression<Func<Rich, bool>> Next(int depth = 3) => (depth == 0 ? 0 : random.Next(4)) switch
    {
        1 => Join(Expression.AndAlso, Next(depth - 1), Next(depth - 1)),
        2 => Join(Expression.OrElse, Next(depth - 1), Next(depth - 1)),
        3 => Negate(Next(depth - 1)),
        _ => Atom(),
    };

    Expression<Func<Rich, bool>> Atom() => random.Next(4) switch
    {
        0 => OfText(samples.Text()),
        1 => OfNumber(samples.Number()),
        2 => OfOthers(samples.Next()),
        _ => OfLists(samples.Text(), samples.Number()),
    };

    Expression<Func<Rich, bool>> OfText(string text) => samples.Pick<Expression<Func<Rich, bool>>>(
    [
        r => r.Text == text,
        r => r.Text != text,
        r => text == r.Text,
        r => r.Text.Equals(text),
        r => string.Equals(r.Note, text),
        r => string.Equals(r.Note, text, StringComparison.Ordinal),
        r => r.Note == null,
        r => r.Note != null && r.Note.EndsWith(text, StringComparison.Ordinal),
        r => r.Text.StartsWith(text, StringComparison.Ordinal),
        r => r.Text.Contains(text),
        r => r.Text.StartsWith('a'),
        r => r.Place != null && r.Place.Name == text,
        r => r.Place == null,
        r => r.Text == r.Note,
        r => new[] { text, "A", "%" }.Contains(r.Text),
        r => new List<string?> { text, null }.Contains(r.Note),
    ]);

    Expression<Func<Rich, bool>> OfNumber(int number) => samples.Pick<Expression<Func<Rich, bool>>>(
    [
        r => r.Number == number,
        r => r.Number != number,
        r => r.Number < number,
        r => r.Number <= number,
        r => number > r.Number,
        r => r.Number >= number && r.Number < 3,
        r => r.Maybe < number,
        r => r.Maybe == number,
        r => r.Maybe != number,
        r => !(r.Maybe > number),
        r => r.Maybe == null,
        r => r.Maybe.HasValue,
        r => r.Maybe.HasValue && r.Maybe.Value > number,
        r => r.Number < 0.5,
        r => r.Number > 1.5f,
        r => r.Large > number,
        r => r.Number == r.Maybe,
        r => new[] { number, 1, 2 }.Contains(r.Number),
        r => new HashSet<int> { number, 0 }.Contains(r.Number),
    ]);

    Expression<Func<Rich, bool>> OfOthers(Rich other) => samples.Pick<Expression<Func<Rich, bool>>>(
    [
        r => r.Flag,
        r => !r.Flag,
        r => r.Flag == false,
        r => r.Answer == true,
        r => r.Answer != false,
        r => r.Mood == Mood.Glad,
        r => r.Mood >= other.Mood,
        r => r.LastMood == other.LastMood,
        r => r.LastMood < Mood.Proud,
        r => r.Measure < other.Measure,
        r => r.Measure == other.Measure,
        r => r.Measure != other.Measure,
        r => r.Rough >= other.Rough,
        r => r.Money > other.Money,
        r => r.Money == other.Money,
        r => r.Key == other.Key,
        r => r.Day <= other.Day,
        r => r.Hour > other.Hour,
        r => r.Span < other.Span,
        r => r.Moment == other.Moment,
        r => r.Moment <= other.Moment,
        r => r.Moment > other.Moment,
        r => r.Until > other.Moment,
        r => r.Until == null || r.Until >= other.Moment,
        r => r.Huge > other.Huge,
        r => r.Small == other.Small,
    ]);

    Expression<Func<Rich, bool>> OfLists(string text, int number) => samples.Pick<Expression<Func<Rich, bool>>>(
    [
        r => r.Tags.Contains(text),
        r => r.Tags.Any(),
        r => r.Tags.Any(tag => tag == text),
        r => r.Tags.Any(tag => tag.StartsWith(text, StringComparison.Ordinal)),
        r => r.Scores.Contains(number),
        r => r.Scores.Any(score => score > number),
        r => r.Places.Any(place => place.Name == text),
        r => r.Places.Any(place => place.At != null && place.At.Latitude > 90),
    ]);

    static Expression<Func<Rich, bool>> Negate(Expression<Func<Rich, bool>> inner) =>
        Expression.Lambda<Func<Rich, bool>>(Expression.Not(inner.Body), inner.Parameters);

    static Expression<Func<Rich, bool>> Join(
        Func<Expression, Expression, BinaryExpression> join, Expression<Func<Rich, bool>> left, Expression<Func<Rich, bool>> right)
    {
        var renamed = new Rename(right.Parameters[0], left.Parameters[0]).Visit(right.Body);
        return Expression.Lambda<Func<Rich, bool>>(join(left.Body, renamed), left.Parameters);
    }

    sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
