namespace SmartKampung.Sdk;

/// <summary>A figure of a module in one village, for dashboards.</summary>
/// <param name="Name">Names it for machines, such as <c>articles-this-year</c>; its text is found in the module's texts under <c>indicators.NAME</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">What is counted, in which unit.</param>
public sealed record Indicator(string Name, decimal Value, IndicatorUnit Unit = IndicatorUnit.Count);

/// <summary>What a figure counts.</summary>
public enum IndicatorUnit
{
    /// <summary>Pieces: letters, articles, orders.</summary>
    Count,

    /// <summary>Rupiah.</summary>
    Rupiah,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Hundredths of a whole.</summary>
    Percent,
}

/// <summary>Registers figures.</summary>
public static class IndicatorRegistrations
{
    /// <summary>Tells the figures of a village. A module that throws is left out and told in the log.</summary>
    /// <param name="services">The module's services.</param>
    /// <param name="indicators">Returns <c>Task&lt;IReadOnlyList&lt;Indicator&gt;&gt;</c>. Its parameters are filled as a handler's.</param>
    public static IServiceCollection AddIndicators(this IServiceCollection services, Delegate indicators) =>
        services.AddSingleton(new IndicatorSource(indicators));
}

sealed record IndicatorSource(Delegate Indicators);
