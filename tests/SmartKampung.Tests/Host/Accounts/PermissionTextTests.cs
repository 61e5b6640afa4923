using System.Text.Json;
using SmartKampung.Host.Accounts;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class PermissionTextTests
{
    public static MatrixTheoryData<string, string> Permissions { get; } = new(HostPermissions.All.Select(permission => permission.Name), ["id", "en"]);

    [Theory, MemberData(nameof(Permissions))]
    public async Task Every_permission_is_told_in_words(string permission, string language)
    {
        await using var file = File.OpenRead(Repository.Path("templates", "default", "locales", language + ".json"));
        using var texts = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(texts.RootElement.TryGetProperty("permission." + permission, out _));
    }
}
