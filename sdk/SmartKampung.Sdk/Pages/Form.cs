using System.Reflection;

namespace SmartKampung.Sdk;

/// <summary>A form in a page: what was typed, and what is wrong with it.</summary>
public abstract class Form
{
    readonly Dictionary<string, List<string>> errors = new(StringComparer.OrdinalIgnoreCase);

    private protected Form(Type type, bool isFilled, IReadOnlyDictionary<string, string> typed) => (Type, IsFilled, Typed) = (type, isFilled, typed);

    /// <summary>Whether everything that was typed is right.</summary>
    public bool IsValid => errors.Count == 0;

    internal Type Type { get; }
    internal abstract object? Initial { get; }
    internal bool IsFilled { get; }
    internal IReadOnlyDictionary<string, string> Typed { get; }
    internal IReadOnlyDictionary<string, List<string>> Errors => errors;

    /// <summary>Says that a field is wrong for a reason that annotations can't tell.</summary>
    /// <param name="field">The property's name, or empty for the form as a whole.</param>
    /// <param name="message">A sentence in the reader's language: what is wrong and how it would be right.</param>
    public void AddError(string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages)) errors.Add(field, messages = []);
        messages.Add(message);
    }

    /// <summary>A form that nobody has filled in yet.</summary>
    public static Form<T> Empty<T>() where T : class => new(null, isFilled: false, new Dictionary<string, string>());

    /// <summary>A form that shows the values of an existing object.</summary>
    /// <param name="value">What the fields show at first.</param>
    public static Form<T> Of<T>(T value) where T : class => new(value, isFilled: false, new Dictionary<string, string>());
}

/// <summary>
/// A form as a handler's parameter: it arrives bound, checked by its annotations and by its antiforgery token.
/// A request without a valid token is answered 400 before the handler runs.
/// </summary>
/// <typeparam name="T">A record whose properties are the fields.</typeparam>
public sealed class Form<T> : Form, IBindableFromHttpContext<Form<T>> where T : class
{
    readonly T? value;

    internal Form(T? value, bool isFilled, IReadOnlyDictionary<string, string> typed) : base(typeof(T), isFilled, typed) => this.value = value;

    /// <summary>What was typed.</summary>
    /// <exception cref="InvalidOperationException">The form is empty, or not valid.</exception>
    public T Value => value is not null && IsValid ? value : throw new InvalidOperationException("Ask IsValid before Value.");

    internal override object? Initial => value;

    /// <summary>Called by ASP.NET Core.</summary>
    public static async ValueTask<Form<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        await context.RequestServices.GetRequiredService<IFormReader>().ReadFormAsync<T>(context);
}

/// <summary>
/// The JSON body of an API request as a handler's parameter: it arrives read and checked by its annotations.
/// A request that is not JSON or has wrong values is answered with problem details before the handler runs.
/// </summary>
/// <typeparam name="T">A record whose properties are the fields.</typeparam>
public sealed class Body<T> : IBindableFromHttpContext<Body<T>> where T : class
{
    internal Body(T value) => Value = value;

    /// <summary>What was sent.</summary>
    public T Value { get; }

    /// <summary>Called by ASP.NET Core.</summary>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        await context.RequestServices.GetRequiredService<IFormReader>().ReadBodyAsync<T>(context);
}

interface IFormReader
{
    Task<Form<T>> ReadFormAsync<T>(HttpContext context) where T : class;

    Task<Body<T>> ReadBodyAsync<T>(HttpContext context) where T : class;
}
