using System.Collections.Concurrent;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using SmartKampung.Host.Settings;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class AuditorTests(MatrixHost matrix) : IClassFixture<MatrixHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auditor_reads_every_page_of_the_consoles_and_is_offered_no_button_that_would_be_refused()
    {
        using var auditor = await StaffBrowser.SignInAsync(matrix.Host, Roles.Auditor, Scope.Regency);
        var objects = await new ForeignObjects(matrix.Host, StaffBrowser.ScopeOf(matrix.Host).VillageId, auditor.Account.Id).SaveAsync();
        var pages = matrix.Guarded().Where(IsPageOfConsole).ToArray();
        var offered = new ConcurrentBag<string>();
        await MatrixRequests.EachAsync([(Person.Auditor, auditor.Client)], pages, async (_, browser, endpoint) =>
        {
            using var answer = await MatrixRequests.SendAsync(browser, endpoint, objects.Find(endpoint) ?? Guid.Empty, null);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;
            using var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop));
            foreach (var button in page.QuerySelectorAll("main form[method=post] button")) offered.Add($"{MatrixRequests.RowOf(endpoint)} offers {button.TextContent}");
        });

        Assert.True(offered.IsEmpty, string.Join('\n', offered.Order()));
        Assert.True(pages.Length > 60, $"Only {pages.Length} pages were read.");
    }

    static bool IsPageOfConsole(RouteEndpoint endpoint) =>
        MatrixRequests.RowOf(endpoint) is var row && (row.StartsWith("GET /DESA/kelola", StringComparison.Ordinal) || row.StartsWith("GET /kelola", StringComparison.Ordinal))
        && Matrix.Rows[row].Contains(Person.Auditor);
}
