using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Media;

/// <summary>The room of pictures and documents that staff put into a village's library.</summary>
static class MediaComposition
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>().BindConfiguration("Media");
        return services
            .AddSingleton<MediaDocuments>()
            .AddSingleton<MediaTotals>()
            .AddSingleton<MediaShelves>()
            .AddSingleton<LibraryPage>()
            .AddSingleton<MediaPage>()
            .AddSingleton<MediaUses>()
            .AddSingleton<NoteMediaUse>()
            .AddSingleton<Inbox>()
            .AddSingleton<InspectFile>()
            .AddSingleton<ReceiveFiles>()
            .AddSingleton<SendPicture>()
            .AddSingleton<FollowPictures>()
            .AddSingleton<NamedFiles>()
            .AddSingleton<FileTurns>()
            .AddSingleton<KeepFile>()
            .AddSingleton<AddPicture>()
            .AddSingleton<Preparations>()
            .AddSingleton<PrepareMedia>()
            .AddHostedService(host => host.GetRequiredService<PrepareMedia>());
    }

    /// <summary>The addresses in texts.</summary>
    public static void MapMediaFiles(this IEndpointRouteBuilder village) =>
        village.MapMethods("/berkas/media/{id:guid}", [HttpMethods.Get, HttpMethods.Head], ServeMedia.HandleAsync).AllowAnyone();

    /// <summary>The library's pages.</summary>
    public static void MapMedia(this IEndpointRouteBuilder console)
    {
        var media = console.MapGroup("/media").RequirePermission(HostPermissions.Media);
        media.MapGet("/", ShowLibrary.HandleAsync);
        media.MapPost("/", UploadMedia.HandleAsync).WithMetadata(new RequestLimit(ReceiveFiles.LargestBody), StreamedForm.Instance);
        media.MapGet("/pilih", PickMedia.HandleAsync);
        media.MapGet("/lengkapi", DescribeMedia.ShowNextAsync);
        media.MapFolders();
        media.MapGet("/{id:guid}", ShowMedia.HandleAsync);
        media.MapGet("/{id:guid}/keadaan", ShowMedia.TellAsync);
        media.MapPost("/{id:guid}", DescribeMedia.HandleAsync);
        media.MapPost("/{id:guid}/ganti", ReplaceMedia.HandleAsync).WithMetadata(new RequestLimit(ReceiveFiles.LargestBody), StreamedForm.Instance);
        media.MapGet("/{id:guid}/hapus", RemoveMedia.AskAsync);
        media.MapPost("/{id:guid}/hapus", RemoveMedia.HandleAsync);
    }
}
