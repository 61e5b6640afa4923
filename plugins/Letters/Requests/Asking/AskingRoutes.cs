namespace SmartKampung.Letters.Requests.Asking;

/// <summary>Where residents choose a letter and answer its questions.</summary>
static class AskingRoutes
{
    public static void MapAsking(this IEndpointRouteBuilder village)
    {
        village.MapGet("/surat", ChooseLetter.Show).AllowAnyone().CachePage("q");
        village.MapGet("/surat/{slug}", ShowLetter.Show).AllowAnyone().CachePage();
        village.MapGet("/surat/{slug}/ajukan", BeginRequest.Show).AllowResident();
        village.MapPost("/surat/{slug}/ajukan", BeginRequest.Begin).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/data", ConfirmData.Show).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/tanya/{key}", AnswerQuestion.Show).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/tanya/{key}", AnswerQuestion.Save).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/tanya/{key}/{row:int}", AnswerRow.Show).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/tanya/{key}/{row:int}", AnswerRow.Save).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/tanya/{key}/{row:int}/hapus", AnswerRow.Remove).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/dokumen/{key}", AttachDocument.Show).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/dokumen/{key}", AttachDocument.Add).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/dokumen/{key}/lewati", AttachDocument.Pass).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/dokumen/{key}/hapus", AttachDocument.Remove).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/periksa", SendRequest.Show).AllowResident();
        village.MapGet("/surat/permohonan/{id:guid}/draf.pdf", PreviewDraft.Show).AllowResident();
        village.MapPost("/surat/permohonan/{id:guid}/kirim", SendRequest.Send).AllowResident();
    }
}
