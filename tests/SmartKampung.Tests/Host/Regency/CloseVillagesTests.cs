using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

public sealed class CloseVillagesTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_only_village_shows_its_pages_and_refuses_every_write_until_it_is_opened_again()
    {
        const string Code = TestHost.DemoCode;
        using var staff = await regency.AdministratorAsync();
        using var operatorHere = await StaffBrowser.SignInAsync(regency.Host, Roles.Administrator);
        await PressAsync(staff, Code, "baca-saja");

        Assert.Contains("hanya dapat dibaca", (await operatorHere.OpenAsync($"/{TestHost.DemoSlug}/kelola/modul")).QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        await operatorHere.OpenAsync($"/{TestHost.DemoSlug}");
        var refused = await operatorHere.SubmitAsync($"/{TestHost.DemoSlug}/kelola/modul", $"/{TestHost.DemoSlug}/kelola/orang/slip", HttpStatusCode.Locked, ("name", "Agus"), ("role", "operator"));
        Assert.Equal("Desa ini hanya dapat dibaca", refused.QuerySelector("h1")!.TextContent);
        using var api = await regency.Host.Administrator.PutAsync(new Uri($"/api/villages/{Code}/modules/news", UriKind.Relative), null, Stop);
        Assert.Equal((HttpStatusCode.Locked, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
        using var signOut = await operatorHere.PostAsync($"/{TestHost.DemoSlug}/kelola/modul", $"/{TestHost.DemoSlug}/keluar");
        Assert.Equal(HttpStatusCode.SeeOther, signOut.StatusCode);

        await PressAsync(staff, Code, "buka");
        using var again = await regency.Host.Administrator.PutAsync(new Uri($"/api/villages/{Code}/modules/news", UriKind.Relative), null, Stop);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Village_is_archived_only_once_it_is_read_only_and_comes_back_as_it_was()
    {
        const string Code = "35.10.01.2002";
        using var staff = await regency.AdministratorAsync();
        var slug = regency.Villages.FindByCode(Code)!.Slug;

        await staff.SubmitAsync($"/kelola/desa/{Code}/tutup", $"/kelola/desa/{Code}/arsipkan", HttpStatusCode.UnprocessableEntity);
        await PressAsync(staff, Code, "baca-saja");
        await PressAsync(staff, Code, "arsipkan");
        await staff.OpenAsync("/" + slug, HttpStatusCode.NotFound);
        Assert.Contains(Code, (await staff.OpenAsync("/kelola/desa?keadaan=archived")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        await PressAsync(staff, Code, "buka");
        await staff.OpenAsync("/" + slug);
        Assert.False(regency.Villages.FindByCode(Code)!.IsReadOnly);
    }

    [Fact]
    public async Task Read_only_is_told_and_changed_by_the_api_too()
    {
        var address = new Uri("/api/villages/35.10.02.2001", UriKind.Relative);
        using var closing = await regency.Host.Administrator.PatchAsJsonAsync(address, new { readOnly = true }, Stop);
        Assert.Contains("\"readOnly\":true", await closing.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var opened = await regency.Host.Administrator.PatchAsJsonAsync(address, new { readOnly = false }, Stop);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    static Task<IDocument> PressAsync(StaffBrowser staff, string code, string action) =>
        staff.SubmitAsync($"/kelola/desa/{code}/tutup", $"/kelola/desa/{code}/{action}", HttpStatusCode.SeeOther);
}
