namespace SmartKampung.News;

/// <summary>A moment between 1900 and 2999; beyond, calendars can't be reckoned with.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class PlausibleDateAttribute : RangeAttribute
{
    public PlausibleDateAttribute() : base(typeof(DateTimeOffset), "1900-01-01T00:00:00Z", "2999-12-31T00:00:00Z") => ParseLimitsInInvariantCulture = true;
}
