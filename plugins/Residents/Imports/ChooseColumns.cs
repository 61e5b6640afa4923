namespace SmartKampung.Residents.Imports;

/// <summary>Somebody says which column is what; it is remembered for the next sheet.</summary>
static class ChooseColumns
{
    const int Examples = 3;

    public static async Task<Page> Show(Guid id, IDocumentSession session, ITexts texts, CancellationToken stop) =>
        await session.LoadAsync<SheetImport>(id, stop) is { State: ImportState.Columns or ImportState.Checked } import
            ? await ViewAsync(import, Form.Of(new ChosenColumns(import.Fields)), session, texts, stop)
            : Page.NotFound();

    public static async Task<Page> Save(Guid id, Form<ChosenColumns> form, IDocumentSession session, IEvents events, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<SheetImport>(id, stop) is not { State: ImportState.Columns or ImportState.Checked } import) return Page.NotFound();
        if (form.IsValid && ProblemOf(form.Value.Fields, import) is { } problem) form.AddError("fields", texts[problem]);
        if (!form.IsValid) return await ViewAsync(import, form, session, texts, stop);
        List<string> fields = [.. form.Value.Fields.Select(field => SheetColumns.Fields.Contains(field) ? field : "")];
        session.Store(import with { Fields = fields, State = ImportState.Checking, Position = 0, Found = new() });
        await RememberAsync(import.Headings, fields, session, stop);
        events.Publish(new SheetGoesOn(import.Id));
        await session.SaveChangesAsync(stop);
        return Page.SeeOther($"{BringSheet.Path}/{import.Id}");
    }

    static string? ProblemOf(IReadOnlyList<string> fields, SheetImport import)
    {
        var used = fields.Where(SheetColumns.Fields.Contains).ToList();
        if (fields.Count != import.Headings.Count || !used.Contains("name")) return "import.columns.no_name";
        return used.Distinct().Count() == used.Count ? null : "import.columns.twice";
    }

    static async Task RememberAsync(IReadOnlyList<string> headings, List<string> fields, IDocumentSession session, CancellationToken stop)
    {
        var remembered = await session.LoadAsync<RememberedColumns>(RememberedColumns.Only, stop) ?? new() { Id = RememberedColumns.Only };
        List<RememberedColumn> columns = [.. headings.Zip(fields, (heading, field) => new RememberedColumn(SheetColumns.Plain(heading), field))];
        session.Store(remembered with { Columns = [.. columns.Concat(remembered.Columns).Where(column => column.Heading.Length > 0).DistinctBy(column => column.Heading).Take(SheetLimits.Columns)] });
    }

    static async Task<Page> ViewAsync(SheetImport import, Form<ChosenColumns> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        var first = await session.Query<SheetPart>().Where(part => part.Import == import.Id && part.Number == 0).FirstOrDefaultAsync(stop);
        var chosen = form.IsValid ? form.Value.Fields : import.Fields;
        var columns = import.Headings.Select((heading, column) => new
        {
            number = column + 1, heading, field = chosen.ElementAtOrDefault(column) ?? "",
            examples = string.Join(", ", (first?.Rows ?? []).Take(Examples).Select(row => row.CellAt(column)).Where(cell => cell.Length > 0)),
        });
        var fields = SheetColumns.Fields.Select(field => new { value = field, text = texts[field == SheetColumns.CardNumber ? "import.card_number" : $"field.{field}"] });
        return Page.View("residents-columns", new { brought = import, columns = columns.ToList(), fields = fields.ToList(), problem = form.IsValid ? "" : texts[ProblemOf(chosen, import) ?? "import.columns.twice"] }, form);
    }
}

sealed record ChosenColumns([Required] IReadOnlyList<string> Fields);
