namespace Clerk;

/// <summary>Makes papers of its own template and of texts that are sent.</summary>
public sealed class ClerkModule : IModule
{
    static readonly Permission Write = new("clerk.write", Roles.Operator, Roles.Administrator);

    public void AddServices(IServiceCollection services) => services.AddPermission(Write);

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapPost("/papers", Make).RequirePermission(Write);
        village.MapPost("/mistakes", (Body<Order> order, IPapers papers) => papers.FindMistake(order.Value.Text) is { } mistake ? Told(mistake) : Results.NoContent()).RequirePermission(Write);
        village.MapGet("/signing", (IPapers papers) => papers.Signing).RequirePermission(Write);
        village.MapPost("/signatures", Sign).RequirePermission(Write);
        village.MapPost("/checks", (Body<Signed> signed, IPapers papers) => papers.Verify(signed.Value.Pdf)).RequirePermission(Write);
        village.MapPost("/statements/{text}", (string text, IStatements statements) => State(text, statements)).RequirePermission(Write);
    }

    static async Task<IResult> Sign(Body<Signed> signed, IPapers papers, CancellationToken stop)
    {
        try
        {
            return Results.Bytes(await SignAsync(signed.Value, papers, stop), "application/pdf");
        }
        catch (SigningException failure)
        {
            return Results.Json(new { problem = failure.Problem.ToString(), failure.IsPassing, id = failure.Text.In("id"), en = failure.Text.In("en") }, statusCode: failure.IsPassing ? 503 : 422);
        }
    }

    static Task<byte[]> SignAsync(Signed asked, IPapers papers, CancellationToken stop)
    {
        var mark = new PaperMark("endorsement", "mark", new { asked.Lines });
        if (asked.IsUnsigned) return papers.MarkAsync(asked.Pdf, mark, stop);
        return papers.SignAsync(asked.Pdf, asked.Lines.Count > 0 ? asked.Signer with { Mark = mark } : asked.Signer, stop);
    }

    static IResult State(string text, IStatements statements)
    {
        var statement = System.Text.Encoding.UTF8.GetBytes(text);
        var signature = statements.Sign(statement);
        return Results.Json(new { key = statements.KeyId, signature, isOurs = statements.Verify(statement, signature), isOther = statements.Verify([1], signature) });
    }

    static async Task<IResult> Make(Body<Order> order, IPapers papers, CancellationToken stop)
    {
        try
        {
            return Results.Bytes(await MakeAsync(order.Value, papers, stop), "application/pdf");
        }
        catch (PaperTextException mistake)
        {
            return Told(mistake);
        }
        catch (PaperException failure)
        {
            return Results.Json(new { problem = failure.Problem.ToString(), failure.IsPassing }, statusCode: failure.IsPassing ? 503 : 422);
        }
    }

    static Task<byte[]> MakeAsync(Order order, IPapers papers, CancellationToken stop)
    {
        var layout = new PaperLayout(order.Title) { Size = order.Size, Language = order.Language, Pictures = order.Pictures };
        return order.Text.Length > 0
            ? papers.MakeFromTextAsync(order.Text, new { html = new Html(order.Html), order.Name, rows = order.Rows }, layout, stop)
            : papers.MakeAsync("letter", new { order.Name, rows = order.Rows, on = new DateOnly(2026, 11, 23) }, layout, stop);
    }

    static IResult Told(PaperTextException mistake) => Results.Json(new { mistake.Line, mistake.Column, mistake.Reason }, statusCode: 422);
}

public sealed record Order
{
    public string Title { get; init; } = "Surat Keterangan";

    public string Text { get; init; } = "";

    public string Html { get; init; } = "";

    public string Name { get; init; } = "Siti Aminah";

    public IReadOnlyList<Row> Rows { get; init; } = [];

    public string Language { get; init; } = "id";

    public PaperSize Size { get; init; }

    public Dictionary<string, byte[]> Pictures { get; init; } = [];
}

public sealed record Signed
{
    public required byte[] Pdf { get; init; }

    public IReadOnlyList<string> Lines { get; init; } = [];

    public bool IsUnsigned { get; init; }

    public PaperSigner Signer { get; init; } = new(Guid.Empty, "H. Rizal Sahputra, S.Sos.", "Kepala Desa");
}

public sealed record Row(string Label, string Value);
