namespace SmartKampung.Host.Accounts;

/// <summary>A village keeps an administrator, and so does the regency.</summary>
static class LastAdministrator
{
    public static bool IsMeant(RoleAssignment role) => role.Role is Roles.Administrator or Roles.RegencyAdministrator;

    /// <summary>
    /// False where nobody else has the role in the same place. Else that one must still have it when the unit of work is saved,
    /// so that two at once can't both go.
    /// </summary>
    public static async Task<bool> HasOtherAsync(IDocumentSession session, RoleAssignment role, CancellationToken stop)
    {
        var all = await session.Query<RoleAssignment>().Where(other => other.Scope == role.Scope).ToListAsync(stop);
        if (all.Where(other => other.Role == role.Role && other.AccountId != role.AccountId).MinBy(other => other.GivenAt) is not { } other) return false;
        session.Require(other);
        return true;
    }
}
