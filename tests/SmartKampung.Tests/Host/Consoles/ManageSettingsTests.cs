using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Consoles;

public sealed class ManageSettingsTests(PanelHost villages) : IClassFixture<PanelHost>, IAsyncLifetime
{
    readonly VillageEntry village = villages.Next();
    readonly TestHost host = villages.Host;

    string Settings => $"/{village.Slug}/kelola/modul/panel";

    string Api => $"/api/villages/{village.Code}";

    /// <summary>What a test sets for more than its village is gone with it.</summary>
    public async ValueTask InitializeAsync() => await SetAsync("/api/regency/settings/panel", new { locked = Array.Empty<string>() });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Value_of_every_kind_is_saved_as_it_is_typed()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SaveAsync(staff, HttpStatusCode.SeeOther,
            ("greeting", "Tulis <keperluannya>"), ("rules", "Satu\r\nDua"), ("email", "surat@desa.id"), ("deadline", "1.440"), ("since", "2026-11-23"), ("opens", "08:00"), ("closes", "14.30"),
            ("fee", "Rp 12.500"), ("share", "7,25"), ("first", "short_message"), ("channels", "email"), ("channels", "short_message"), ("paper", "f4"), ("subjects", "Usaha\r\n\r\n Pindah "), ("line", "#112233"), ("key", "rahasia"));

        var saved = await host.PageAsync($"{Api}/panel/settings");
        var expected = """{"greeting":"Tulis <keperluannya>","rules":"Satu\nDua","email":"surat@desa.id","deadline":1440,"since":"2026-11-23","opens":"08:00:00","closes":"14:30:00","fee":12500,"share":7.25,"printsAtCounter":false,"first":2,"channels":[1,2],"paper":"f4","subjects":["Usaha","Pindah"],"line":"#112233","key":"rahasia","banner":null,"rulebook":null,"story":"","links":[],"counts":{}}""";
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(saved).RootElement), saved);

        var page = await staff.OpenAsync(Settings);
        Assert.Equal("Tulis <keperluannya>", Value(page, "greeting"));
        Assert.Equal("1440", Value(page, "deadline"));
        Assert.Equal("7,25", Value(page, "share"));
        Assert.Equal("Usaha\nPindah", page.GetElementById("f-subjects")!.TextContent.Trim());
        Assert.Equal("short_message", page.QuerySelector("#f-first option[selected]")!.GetAttribute("value"));
        Assert.Equal(["email", "short_message"], page.QuerySelectorAll("[name=channels][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Settings_go_back_to_how_they_were_before_a_change_and_secrets_stay()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("greeting", "Pertama"), ("key", "kunci-satu"));
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("greeting", "Kedua"), ("deadline", "90"));
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("greeting", "Ketiga"), ("key", "kunci-dua"));

        var history = await staff.OpenAsync($"{Settings}/riwayat");
        Assert.Equal(3, history.QuerySelectorAll("ol.records > li").Length);
        Assert.Contains("Dewi Lestari", history.QuerySelector("ol.records")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("kunci-", history.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await staff.SubmitAsync($"{Settings}/riwayat", history.QuerySelectorAll("ol.records form")[1].GetAttribute("action")!, HttpStatusCode.SeeOther);

        var page = await staff.OpenAsync(Settings);
        Assert.Equal("Pertama", Value(page, "greeting"));
        Assert.NotEqual("90", Value(page, "deadline"));
        Assert.Contains("kunci-dua", await host.PageAsync($"{Api}/panel/settings"), StringComparison.Ordinal);
        await staff.SubmitAsync($"{Settings}/riwayat", $"{Settings}/riwayat/9999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Secret_is_never_shown_and_stays_when_nothing_is_typed()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("key", "rahasia-sekali"));
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("key", ""), ("deadline", "90"));

        Assert.DoesNotContain("rahasia-sekali", (await staff.OpenAsync(Settings)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var refused = await SaveAsync(staff, HttpStatusCode.UnprocessableEntity, ("key", "rahasia-lain"), ("deadline", "0"));
        Assert.DoesNotContain("rahasia-lain", refused.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("rahasia-sekali", await host.PageAsync($"{Api}/panel/settings"), StringComparison.Ordinal);
        var shown = await host.Administrator.GetStringAsync(new Uri($"{Api}/settings/panel", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("rahasia-sekali", shown, StringComparison.Ordinal);
        using var back = await host.Administrator.PutAsJsonAsync(new Uri($"{Api}/settings/panel", UriKind.Relative), new { key = SettingSecrets.Mask, greeting = "Halo" }, TestContext.Current.CancellationToken);
        Assert.Contains("rahasia-sekali", await host.PageAsync($"{Api}/panel/settings"), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Services.GetRequiredService<ModuleConfigurations>().Of("panel"), said => said.Configuration.Values.ContainsValue("\"rahasia-sekali\""));
    }

    [Fact]
    public async Task Wrong_values_are_told_beside_their_fields_and_nothing_is_saved()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var page = await SaveAsync(staff, HttpStatusCode.UnprocessableEntity,
            ("greeting", "Halo"), ("deadline", "banyak"), ("fee", "-1"), ("first", "merpati"), ("subjects", "a\nb\nc\nd"), ("paper", "a3"));

        Assert.Equal("Tulis angka, misalnya 1.250.", Error(page, "deadline"));
        Assert.Equal("Isi dari 0 sampai 1000000000.", Error(page, "fee"));
        Assert.Equal("Pilih salah satu.", Error(page, "first"));
        Assert.Equal("Pilih salah satu: a4, f4.", Error(page, "paper"));
        Assert.NotNull(Error(page, "subjects"));
        Assert.Equal("banyak", Value(page, "deadline"));
        Assert.Equal("Halo", Value(page, "greeting"));
        Assert.Equal("#f-deadline", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Contains("Selamat datang", await host.PageAsync($"{Api}/panel/settings"), StringComparison.Ordinal);
        Assert.Equal("Tutup harus sesudah buka.", Error(await SaveAsync(staff, HttpStatusCode.UnprocessableEntity, ("opens", "10:00"), ("closes", "09:00")), "closes"));
    }

    [Fact]
    public async Task Default_and_what_the_regency_set_are_told_with_where_they_come_from()
    {
        await SetAsync("/api/regency/settings/panel", new { deadline = 45 });
        await SetAsync($"/api/districts/{village.District.Code}/settings/panel", new { share = 3 });
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var page = await staff.OpenAsync(Settings);

        Assert.Equal("Dari Kabupaten Banyuwangi: 45 menit kerja.", Source(page, "deadline"));
        Assert.Equal($"Dari Kecamatan {village.District.Name}: 3%.", Source(page, "share"));
        Assert.Equal("Bawaan: Rp5.000.", Source(page, "fee"));
        Assert.Equal("Bawaan: ya.", Source(page, "printsAtCounter"));
        Assert.Contains("Dibaca warga", page.GetElementById("f-greeting-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Waktu", page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal("By default: Rp5,000.", Source(await staff.OpenAsync($"/{village.Slug}/en/kelola/modul/panel"), "fee"));
    }

    [Fact]
    public async Task What_was_only_looked_at_goes_on_following_the_regency()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("deadline", "60"), ("greeting", "Selamat datang"), ("share", "2,5"), ("printsAtCounter", "true"), ("channels", "whats_app"), ("subjects", "Usaha\nDomisili"));
        await SetAsync("/api/regency/settings/panel", new { deadline = 45, subjects = new[] { "Pindah" } });

        Assert.Equal("45", Value(await staff.OpenAsync(Settings), "deadline"));
        Assert.Contains("Pindah", await host.PageAsync($"{Api}/panel/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Village_goes_back_to_what_it_inherits_for_one_value()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("deadline", "90"), ("share", "9"));
        await SetAsync("/api/regency/settings/panel", new { deadline = 45 });
        Assert.StartsWith("Diatur di sini: 90 menit kerja. Dari Kabupaten Banyuwangi: 45 menit kerja.", Source(await staff.OpenAsync(Settings), "deadline"), StringComparison.Ordinal);

        await SaveAsync(staff, HttpStatusCode.SeeOther, ("deadline", "90"), ("share", "9"), ("inherit", "deadline"));
        var page = await staff.OpenAsync(Settings);
        Assert.Equal("45", Value(page, "deadline"));
        Assert.Equal("9", Value(page, "share"));
    }

    [Fact]
    public async Task Setting_that_is_locked_can_t_be_changed_and_says_by_whom()
    {
        await SetAsync("/api/regency/settings/panel", new { deadline = 45, locked = new[] { "deadline" } });
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var page = await staff.OpenAsync(Settings);

        Assert.Equal("Dikunci oleh Kabupaten Banyuwangi: 45 menit kerja.", Source(page, "deadline"));
        Assert.True(page.GetElementById("f-deadline")!.HasAttribute("disabled"));
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("deadline", "90"), ("share", "9"));
        page = await staff.OpenAsync(Settings);
        Assert.Equal("45", Value(page, "deadline"));
        Assert.Equal("9", Value(page, "share"));
    }

    [Fact]
    public async Task Who_was_overtaken_keeps_what_they_typed_and_sees_what_holds_now()
    {
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        var version = (await staff.OpenAsync(Settings)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("deadline", "90"));

        var page = await staff.SubmitAsync(Settings, Settings, HttpStatusCode.UnprocessableEntity, ("version", version), ("deadline", "30"), ("printsAtCounter", "true"));
        Assert.Contains("Orang lain lebih dahulu menyimpan", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("30", Value(page, "deadline"));
        Assert.StartsWith("Diatur di sini: 90 menit kerja.", Source(page, "deadline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_no_form_can_show_is_not_lost()
    {
        await SetAsync($"{Api}/settings/panel", new { counts = new { satu = 1 } });
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        await SaveAsync(staff, HttpStatusCode.SeeOther, ("deadline", "90"), ("counts", "hilang"));

        Assert.Contains("satu", await host.PageAsync($"{Api}/panel/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_shows_as_many_articles_as_was_set_here()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        const string News = $"/{TestHost.DemoSlug}/kelola/modul/news";
        var version = (await staff.OpenAsync(News)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        Assert.Contains("?halaman=2", await host.DemoPageAsync("/berita"), StringComparison.Ordinal);
        await staff.SubmitAsync(News, News, HttpStatusCode.SeeOther, ("version", version), ("articlesPerPage", "50"), ("showArchive", "true"), ("shareLinks", "true"));

        Assert.DoesNotContain("?halaman=2", await host.DemoPageAsync("/berita"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditor_sees_the_settings_and_can_t_type()
    {
        using var auditor = await StaffBrowser.SignInAsync(host, Roles.Auditor, SmartKampung.Host.Settings.Scope.Regency);
        var page = await auditor.OpenAsync(Settings);

        Assert.Empty(page.QuerySelectorAll("main button, main input:not([disabled]):not([type=hidden])"));
    }

    static string? Value(IDocument page, string setting) => page.GetElementById("f-" + setting.ToLowerInvariant())?.GetAttribute("value");

    static string? Source(IDocument page, string setting) => page.GetElementById($"f-{setting.ToLowerInvariant()}-source")?.TextContent.Trim();

    static string? Error(IDocument page, string setting) => page.GetElementById($"f-{setting.ToLowerInvariant()}-error")?.TextContent.Trim();

    /// <summary>Sends the fields with the version of the form that is shown now.</summary>
    async Task<IDocument> SaveAsync(StaffBrowser staff, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var version = (await staff.OpenAsync(Settings)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        return await staff.SubmitAsync(Settings, Settings, expected, [("version", version), .. fields]);
    }

    async Task SetAsync(string address, object body)
    {
        using var answer = await host.Administrator.SendAsync(HttpMethod.Put, address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
