namespace SmartKampung.Host.Settings;

/// <summary>A value with where it comes from and who locks it, built up from the widest scope to the narrowest.</summary>
/// <param name="Value">The value that holds.</param>
/// <param name="From">The scope that set it; null for the module's default.</param>
/// <param name="LockedBy">The widest scope that keeps narrower ones from setting it, or null.</param>
readonly record struct Inherited<T>(T Value, Scope? From = null, Scope? LockedBy = null)
{
    /// <summary>The value one scope further down.</summary>
    public Inherited<T> Then(Scope scope, bool isSet, T value, bool locks)
    {
        if (LockedBy is not null) return this;
        var next = isSet ? new Inherited<T>(value, scope) : this;
        return locks ? next with { LockedBy = scope } : next;
    }

    /// <summary>The scope above this one that locks, or null.</summary>
    public Scope? LockedAbove(Scope scope) => LockedBy is { } locking && locking != scope ? locking : null;
}
