using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Modules;

/// <summary>Each broken module says why, and the others run on.</summary>
public sealed class BrokenModulesTests(BrokenModules broken) : IClassFixture<BrokenModules>
{
    TestHost Host => broken.Host;

    [Theory]
    [InlineData("no-manifest", "module.json is missing.")]
    [InlineData("no-json", "module.json: 'i' is an invalid start")]
    [InlineData("huge", "module.json is larger than 256 KB.")]
    [InlineData("wrong-types", "$.places")]
    [InlineData("unknown-key", "'colour' could not be mapped")]
    [InlineData("climbing", "the id '../climbing' must be lower-case letters")]
    [InlineData("no-assembly", "The entry assembly Missing.dll is missing.")]
    [InlineData("newer-sdk", "It needs SDK [9.0,); this host has 0.1.0.")]
    [InlineData("older-sdk", "It needs SDK [0.0.1,0.0.2]; this host has 0.1.0.")]
    [InlineData("text-assembly", "Specimen.dll can't be loaded")]
    [InlineData("native-assembly", "Specimen.dll can't be loaded")]
    [InlineData("linked", "It holds the link again; a plugin is made of files.")]
    [InlineData("piped", "It holds pipe, which is a pipe, a socket or a device; a plugin is made of files.")]
    [InlineData("piped-manifest", "module.json is not a file.")]
    [InlineData("newer-framework", "Specimen.dll was built for .NET 99; this host runs .NET 10.")]
    [InlineData("no-module", "LiteDB has no public class that implements IModule.")]
    [InlineData("two-modules", "TwoModules has 2 classes that implement IModule: FirstModule, SecondModule.")]
    [InlineData("ships-sdk", "It ships SmartKampung.Sdk.dll, which the host provides.")]
    [InlineData("constructor-throws", "No module today.")]
    [InlineData("services-throw", "After Loaded: InvalidOperationException: No services today.")]
    [InlineData("services-cant-be-built", "A service can't be built: Unable to resolve service for type 'System.Uri'")]
    [InlineData("documents-cant-be-stored", "Unstorable")]
    [InlineData("route-without-rule", "The route GET /route-without-rule/terbuka has no rule")]
    [InlineData("route-with-two-rules", "The route GET /route-with-two-rules/ganda has 2 rules")]
    [InlineData("regency-for-anyone", "The route GET /kelola/regency-for-anyone/terbuka of the regency's console needs a RequirePermission.")]
    [InlineData("named-as-a-page", "the id 'peluncuran' is the name of a page of the console")]
    [InlineData("wrong-template", "templates/shown.html:2:18: ")]
    [InlineData("wrong-texts", "locales/id.json:1:")]
    [InlineData("requires-missing", "It requires 'missing', which is not there.")]
    [InlineData("requires-newer", "It requires 'guestbook' [9.0,); version 0.1.0 is there.")]
    [InlineData("requires-broken", "It requires 'services-throw', which failed.")]
    [InlineData("circle-a", "It requires")]
    [InlineData("circle-b", "It requires")]
    [InlineData("twin", "Several folders hold a module 'twin': twin, twin-too.")]
    [InlineData("place-a", "The place /tempat is also claimed by 'place-b'.")]
    [InlineData("place-b", "The place /tempat is also claimed by 'place-a'.")]
    public async Task A_broken_module_says_why_it_does_not_run(string module, string reason)
    {
        var modules = await Host.Administrator.GetFromJsonAsync<JsonElement>("/api/modules");
        var health = await Host.Administrator.GetFromJsonAsync<JsonElement>("/health/ready");

        foreach (var list in (JsonElement[])[modules, health.GetProperty("modules")])
        {
            var told = list.EnumerateArray().First(entry => entry.GetProperty("id").GetString() == module);
            Assert.Equal("failed", told.GetProperty("state").GetString(), ignoreCase: true);
            Assert.Contains(reason, told.GetProperty("reason").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Beside_broken_modules_the_host_and_the_good_ones_serve()
    {
        foreach (var path in (string[])["/", $"/{TestHost.DemoSlug}", $"/{TestHost.DemoSlug}/bukutamu", "/health/live", "/health/ready"])
            Assert.Equal(HttpStatusCode.OK, (await Host.Anonymous.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Two_modules_bring_a_library_in_two_versions_and_both_work()
    {
        Assert.Equal("5.0.20: 2", await Host.Anonymous.GetStringAsync($"/{TestHost.DemoSlug}/pustaka"));
        Assert.Equal("5.0.21: 2", await Host.Anonymous.GetStringAsync($"/{TestHost.DemoSlug}/pustaka-baru"));
    }
}
