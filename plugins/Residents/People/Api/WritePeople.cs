namespace SmartKampung.Residents.People;

/// <summary>Enters and changes records over the API, by the same checks as in the console.</summary>
static class WritePeople
{
    public static async Task<IResult> Add(Body<PersonForm> body, HttpContext context, PersonDesk desk, CancellationToken stop)
    {
        var added = body.Value.Into(new() { Name = "" });
        return await AnswerAsync(null, added, body.Value, desk, Results.Created($"{context.Request.PathBase}{context.Request.Path}/{added.Id}", new { added.Id }), stop);
    }

    /// <summary>The version is that of the body, or of If-Match.</summary>
    public static async Task<IResult> Replace(Guid id, Body<PersonForm> body, HttpContext context, IDocumentSession session, PersonDesk desk, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<Resident>(id, stop) is not { } before) return Problem.NotFound();
        if ((Problem.IfMatch(context) ?? body.Value.Version) != before.Version) return Problem.Conflict(texts["person.stale"]);
        return await AnswerAsync(before, body.Value.Into(before), body.Value, desk, Results.NoContent(), stop);
    }

    static async Task<IResult> AnswerAsync(Resident? before, Resident after, PersonForm typed, PersonDesk desk, IResult done, CancellationToken stop)
    {
        var saved = await desk.SaveAsync(before, after, typed.Accepted, before is null ? ChangeKind.Added : ChangeKind.Edited, stop);
        if (saved.IsDone) return done;
        var (field, message) = saved.Wrong[0];
        if (saved.Saving == Saving.Stale) return Problem.Conflict(message);
        return saved.ToConfirm is { } odd
            ? Results.Problem(title: message, statusCode: StatusCodes.Status422UnprocessableEntity, extensions: new Dictionary<string, object?> { ["accepted"] = odd.Confirmation })
            : Problem.Field("/" + field, message);
    }
}
