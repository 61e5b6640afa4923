namespace SmartKampung.Host.Storage;

/// <summary>A property that the host counts with for its own working: a change of nothing else is passed over by the audit log.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class HousekeepingAttribute : Attribute;
