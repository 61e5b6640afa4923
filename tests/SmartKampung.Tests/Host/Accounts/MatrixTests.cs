using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Routing;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>Who may enter which endpoint of the host and its modules, tried with a request of each person and compared with <see cref="Matrix" />.</summary>
public sealed class MatrixTests(MatrixHost matrix) : IClassFixture<MatrixHost>
{
    [Fact]
    public void Every_endpoint_that_is_no_public_page_has_a_row()
    {
        var rows = matrix.Guarded().Select(MatrixRequests.RowOf).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(Matrix.Rows.Keys.Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public async Task Who_may_enter_is_what_the_table_says()
    {
        var wrong = new ConcurrentBag<string>();
        await MatrixRequests.EachAsync(await matrix.PeopleAsync(), matrix.Guarded(), async (person, browser, endpoint) =>
        {
            if (await EntersAsync(browser, endpoint) is var enters && enters != Matrix.Rows[MatrixRequests.RowOf(endpoint)].Contains(person))
                wrong.Add($"{person} {(enters ? "enters" : "is refused at")} {MatrixRequests.RowOf(endpoint)}");
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order()));
    }

    /// <summary>Without a token and with ids of nothing, so that nothing is changed on the way; whoever passes the rule gets another answer than these.</summary>
    static async Task<bool> EntersAsync(HttpClient browser, RouteEndpoint endpoint)
    {
        using var answer = await MatrixRequests.SendAsync(browser, endpoint, Guid.Empty, null);
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !IsAskedFirst(answer.Headers.Location?.OriginalString ?? "");
    }

    /// <summary>Whether somebody is sent to sign in, or to say why they visit the village.</summary>
    static bool IsAskedFirst(string location) => location.StartsWith("/masuk", StringComparison.Ordinal) || location.Contains("/dukungan?", StringComparison.Ordinal);
}
