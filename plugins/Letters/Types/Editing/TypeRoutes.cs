namespace SmartKampung.Letters.Types.Editing;

/// <summary>Where a village sets up its letters.</summary>
static class TypeRoutes
{
    public static void MapTypes(this IEndpointRouteBuilder console)
    {
        var types = console.MapGroup("/jenis").RequirePermission(Permissions.Types);
        types.MapGet("/", ListTypes.Show);
        types.MapPost("/{slug}/tawarkan", OfferType.Switch);
        types.MapGet("/bawa", BringType.Show);
        types.MapPost("/bawa", BringType.Bring);
        types.MapGet("/baru", AddType.Show);
        types.MapPost("/baru", AddType.Add);
        types.MapGet("/{slug}", ShowType.Show);
        types.MapGet("/{slug}/berkas", TakeType.Take);
        types.MapGet("/{slug}/beda", CompareType.Show);
        types.MapPost("/{slug}/tetap", KeepType.Keep);
        types.MapPost("/{slug}/kembalikan", ResetType.Reset);
        types.MapGet("/{slug}/dasar", EditBasics.Show);
        types.MapPost("/{slug}/dasar", EditBasics.Save);
        types.MapGet("/{slug}/isi", EditBody.Show);
        types.MapPost("/{slug}/isi", EditBody.Save);
        types.MapPost("/{slug}/pratinjau", EditBody.Preview);
        types.MapGet("/{slug}/pratinjau", EditBody.PreviewSaved);
        types.MapGet("/{slug}/pertanyaan/{at}", EditField.Show);
        types.MapPost("/{slug}/pertanyaan/{at}", EditField.Save);
        types.MapGet("/{slug}/dokumen/{at}", EditDocument.Show);
        types.MapPost("/{slug}/dokumen/{at}", EditDocument.Save);
        types.MapGet("/{slug}/langkah/{at}", EditStep.Show);
        types.MapPost("/{slug}/langkah/{at}", EditStep.Save);
        types.MapPost("/{slug}/{list}/{at:int}/hapus", ArrangeType.Remove);
        types.MapPost("/{slug}/{list}/{at:int}/naik", ArrangeType.Raise);
    }
}
