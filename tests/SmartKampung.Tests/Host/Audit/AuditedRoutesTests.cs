using System.Linq.Expressions;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Media;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Audit;

/// <summary>Whatever somebody changes, by whichever route of the host or a module, is written down.</summary>
public sealed class AuditedRoutesTests(VillagesHost villages) : IClassFixture<VillagesHost>
{
    /// <summary>What takes away what others need comes after them.</summary>
    static readonly string[] Ends = ["hapus", "matikan", "arsip", "baca-saja", "keluar", "cabut", "tarik", "batalkan", "buang", "lepas", "semula", "asli", "hentikan", "kembalikan", "akhiri", "buka"];

    /// <summary>What takes away what one may do oneself comes last.</summary>
    static readonly string[] LastEnds = ["orang/{id:guid}/cabut", "akun/tutup"];

    readonly VillageEntry village = villages.Next();
    readonly SortedSet<string> recorded = new(StringComparer.Ordinal);
    readonly SortedSet<string> silent = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, string> refused = new(StringComparer.Ordinal);

    static Expression<Func<AuditEntry, bool>> KeyHolder { get; } = entry => entry.Account == null && entry.Name == "administrator-key";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_change_that_succeeds_leaves_an_entry_and_routes_that_are_not_tried_say_why()
    {
        var routes = new RouteNames(villages.Host, village.Slug);
        using var staff = await villages.SignInAsync(Roles.Administrator, village);
        using var regency = await StaffBrowser.SignInAsync(villages.Host, Roles.RegencyAdministrator, Scope.Regency);
        using var colleague = await villages.SignInAsync(Roles.Administrator, village);
        using var other = await StaffBrowser.SignInAsync(villages.Host, Roles.RegencyAdministrator, Scope.Regency);
        using var head = await villages.SignInAsync(Roles.Head, village, "Zainal Abidin");
        var own = new FormWalk(head.Client, routes, ["GET /akun"]);
        await WalkAsync(own, head, [0, 1], "/akun");
        await ApiChanges.RunAsync(villages.Host.Administrator, village.Code, async (method, path, sendAsync) => await TryAsync(routes.Find(method, path)!, KeyHolder, sendAsync));
        FormWalk console = new(staff.Client, routes, ["GET /DESA/kelola", "GET /DESA/berita/{slug}"]);
        string[] starts = [$"/{village.Slug}/kelola", $"/{village.Slug}/bukutamu", $"/{village.Slug}/berita"];
        await WalkAsync(console, staff, [0, 0, 1, 1], starts);
        await RemoveAddedAsync(routes, staff);
        await WalkAsync(console, staff, [2], starts);
        await WalkAsync(new(regency.Client, routes, ["GET /kelola", "GET /DESA/kelola"]), regency, [0, 1, 1, 2], "/kelola", $"/kelola/desa/{village.Code}", "/kelola/peluncuran/periksa?module=guestbook&direction=on&target=all");
        await WalkAsync(own, head, [0, 3], "/akun", $"/slip?kode={await villages.Host.MakeSlipAsync(Roles.Resident, VillagesHost.ScopeOf(villages.Next()).ToString())}");

        silent.ExceptWith(recorded); // A form of a page that another form changed meanwhile asks for what is so already.
        Assert.True(silent.Count == 0, "Changes without an entry:\n" + string.Join('\n', silent));
        var untried = routes.Changes.Except(recorded.Select(RowOf)).Except(UnrecordedRoutes.Rows.Keys).Select(row => row + " " + refused.GetValueOrDefault(row));
        Assert.Empty(UnrecordedRoutes.Rows.Keys.Select(RowOf).Except(routes.Changes));
        Assert.True(!untried.Any(), string.Join('\n', untried.Order()) + $"\n{recorded.Count} tried");
    }

    async Task WalkAsync(FormWalk walk, StaffBrowser person, int[] turns, params string[] starts)
    {
        foreach (var turn in turns)
        {
            await WorkDoneAsync();
            await walk.RunAsync(starts, row => !recorded.Contains(row) && TurnOf(row) == turn && UnrecordedRoutes.MayBeTried(row), (row, sendAsync) => TryAsync(row, entry => entry.Account == person.Account.Id, sendAsync));
        }
    }

    /// <summary>A photo and an empty folder, added once more: the walk may find its own gone with something else that it removed.</summary>
    async Task RemoveAddedAsync(RouteNames routes, StaffBrowser person)
    {
        await WalkOnceAsync("profil/foto", "/{at}", routes, person);
        await WalkOnceAsync("profil/foto", "/{at}/hapus", routes, person);
        var folders = $"/{village.Slug}/kelola/media/folder";
        using (var made = await person.PostAsync(folders, folders, ("name", "Kosong"))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        await WalkOnceAsync("media/folder", "/{id:guid}/hapus", routes, person);
    }

    async Task WalkOnceAsync(string page, string form, RouteNames routes, StaffBrowser person)
    {
        var isDone = false;
        await WorkDoneAsync();
        await new FormWalk(person.Client, routes, [$"GET /DESA/kelola/{page}"]).RunAsync(
            [$"/{village.Slug}/kelola/{page}"],
            row => row == $"POST /DESA/kelola/{page}{form}" && !isDone,
            async (row, sendAsync) => isDone = await TryAsync(row, entry => entry.Account == person.Account.Id, sendAsync));
    }

    /// <summary>Photos are prepared, what was removed is cleared, and imports have run: what these leave to do is offered then.</summary>
    async Task WorkDoneAsync()
    {
        await villages.Host.Services.GetRequiredService<PrepareMedia>().Idle;
        await villages.Host.CatchUpAsync();
    }

    async Task<bool> TryAsync(string row, Expression<Func<AuditEntry, bool>> isTheirs, Func<Task<HttpResponseMessage>> sendAsync)
    {
        var before = await CountAsync(isTheirs);
        var answer = await sendAsync();
        if (!answer.IsSuccessStatusCode && answer.StatusCode is not HttpStatusCode.SeeOther)
        {
            refused[RowOf(row)] = $"{answer.StatusCode}: {Errors(await answer.Content.ReadAsStringAsync(Stop))}";
            return false;
        }

        if (await CountAsync(isTheirs) > before) recorded.Add(row);
        else if (!UnrecordedRoutes.Rows.ContainsKey(row)) silent.Add(row);
        return true;
    }

    static string Errors(string html) => string.Join(" | ", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll(".error, [role=alert], [id$=-error], h1").Select(error => error.TextContent.Trim())) + (html.StartsWith('{') ? html : "");

    /// <summary>Without the button's value.</summary>
    static string RowOf(string row) => string.Join(' ', row.Split(' ').Take(2));

    static int TurnOf(string row)
    {
        if (Array.FindIndex(LastEnds, end => row.Contains(end, StringComparison.Ordinal)) is >= 0 and var last) return 2 + last;
        return Ends.Any(end => row.Contains(end, StringComparison.Ordinal)) ? 1 : 0;
    }

    async Task<int> CountAsync(Expression<Func<AuditEntry, bool>> isTheirs)
    {
        var documents = villages.Host.Services.GetRequiredService<AuditDocuments>();
        var count = 0;
        foreach (var partition in new[] { Partition.Installation, Partition.OfVillage(village.Id) })
            count += await documents.OpenSession(partition).Query<AuditEntry>().Where(isTheirs).CountAsync(Stop);
        return count;
    }
}
