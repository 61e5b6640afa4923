using System.Linq.Expressions;

namespace SmartKampung.Sdk;

/// <summary>
/// Something for which the law wants people's consent (UU 27/2022), such as showing their name publicly. A module keeps one instance, registers it by
/// <see cref="ConsentRegistrations.AddConsentPurpose"/> and asks <see cref="IConsents"/> about it.
/// </summary>
/// <param name="key">Names it in the module, and stays.</param>
/// <param name="text">
/// The key of the sentence that people agree to, in the module's texts. The privacy notice and the page of own data show it too, there with
/// <c>KEY.hint</c>, which says what taking it back means.
/// </param>
/// <param name="version">Changes with the sentence's meaning; who agreed to another one is asked again.</param>
public sealed class ConsentPurpose(string key, string text, string version)
{
    /// <summary>Names it in the module.</summary>
    public string Key { get; } = key;

    /// <summary>The key of the sentence in the module's texts.</summary>
    public string Text { get; } = text;

    /// <summary>The version of the sentence.</summary>
    public string Version { get; } = version;
}

/// <summary>Makes known what a module asks consent for.</summary>
public static class ConsentRegistrations
{
    /// <summary>Lets the module ask for this consent, tells it in the privacy notice, and lets people take it back at the page of their own data.</summary>
    public static IServiceCollection AddConsentPurpose(this IServiceCollection services, ConsentPurpose purpose) => services.AddSingleton(purpose);

    /// <summary>The same for what stays in documents: soon after the consent was taken back, each of the person's in that village is saved as <paramref name="takenBack"/> returns it.</summary>
    /// <typeparam name="T">A document type of this module.</typeparam>
    /// <param name="services">The module's services.</param>
    /// <param name="purpose">What is asked for.</param>
    /// <param name="account">The property that holds the account's id. Index it.</param>
    /// <param name="takenBack">
    /// The document without what needs the consent; null deletes it, the same document stays as it is. May be called again for a document that it returned before.
    /// </param>
    public static IServiceCollection AddConsentPurpose<T>(this IServiceCollection services, ConsentPurpose purpose, Expression<Func<T, Guid?>> account, Func<T, T?> takenBack)
        where T : Document =>
        services.AddConsentPurpose(purpose).AddSingleton(new ConsentedData(purpose, new PersonalDataRegistration<T>(account, takenBack)));
}

/// <summary>Documents that hold what was consented to.</summary>
sealed record ConsentedData(ConsentPurpose Purpose, PersonalDataRegistration Documents);

/// <summary>What the person who makes the present request agreed to, in the present village. Answers differ by person, so a kept page must not ask.</summary>
public interface IConsents
{
    /// <summary>Whether the person agreed to the present version and has not taken it back. False where nobody is signed in.</summary>
    /// <exception cref="InvalidOperationException">The module did not register the purpose.</exception>
    Task<bool> HasGivenAsync(ConsentPurpose purpose, CancellationToken stop = default);

    /// <summary>Writes down, at once, that the person agrees now. Twice is as good as once. Call it only where the person said so, never by default.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in, or the module did not register the purpose.</exception>
    Task GiveAsync(ConsentPurpose purpose, CancellationToken stop = default);
}
