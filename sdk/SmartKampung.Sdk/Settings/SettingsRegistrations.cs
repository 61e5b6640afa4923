namespace SmartKampung.Sdk;

/// <summary>Registers what administrators can set for each village.</summary>
public static class SettingsRegistrations
{
    /// <summary>
    /// Makes <typeparamref name="T"/> a service whose properties hold the present village's values: set by the village, else by its district,
    /// else by the regency, else as initialized in the type. Changes take effect on the next request.
    /// </summary>
    /// <typeparam name="T">
    /// A record whose public init properties are the settings: string, bool, int, decimal, enum, <see cref="DateOnly"/>, <see cref="TimeOnly"/>,
    /// or <see cref="List{T}"/> of string. Annotations of System.ComponentModel.DataAnnotations say what is valid; the text of a setting is
    /// found in the module's texts under <c>settings.NAME</c>, or the name given by DisplayAttribute.
    /// </typeparam>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services) where T : class, new() =>
        services.AddSingleton(new SettingsRegistration(typeof(T), () => new T()));
}

sealed record SettingsRegistration(Type Type, Func<object> Default);
