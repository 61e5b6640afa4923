using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Media;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Modules;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Media;

/// <summary>A host with the fixture that shows pictures, and an operator of the demo village who uploads.</summary>
public sealed class MediaHost : IAsyncLifetime
{
    public const string Library = $"/{TestHost.DemoSlug}/kelola/media";
    public const string Api = $"/api/villages/{TestHost.DemoCode}";

    readonly PluginFolders plugins = new();

    internal TestHost Host { get; private set; } = new();

    internal StaffBrowser Operator { get; private set; } = null!;

    internal PrepareMedia Prepare => Host.Services.GetRequiredService<PrepareMedia>();

    internal MediaDocuments Documents => Host.Services.GetRequiredService<MediaDocuments>();

    internal Guid Village => StaffBrowser.ScopeOf(Host).VillageId;

    /// <summary>The library of another village.</summary>
    internal string LibraryOf(string code) => $"/{Host.Services.GetRequiredService<VillageRegistry>().FindByCode(code)!.Slug}/kelola/media";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(plugins.AddFixture("panel").FullName, "--Media:LargestDocument=600000", "--Media:LargestPicture=3000000");
        using var answer = await Host.Administrator.SendAsync(HttpMethod.Put, $"{Api}/modules/panel");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Operator = await StaffBrowser.SignInAsync(Host, Roles.Operator);
        // The first form that a browser opens brings the cookie for all; of two first ones at once only the last could be sent.
        await Operator.OpenAsync(Library);
    }

    public async ValueTask DisposeAsync()
    {
        Operator.Dispose();
        await Host.DisposeAsync();
        plugins.Dispose();
    }

    /// <summary>Uploads as a script does, and tells what was answered of the one file.</summary>
    internal async Task<JsonElement> UploadAsync(string name, byte[] content, HttpStatusCode expected = HttpStatusCode.Created, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(Operator, Library, [(name, content)], asScript: true, fields);
        return (await answer.JsonAsync(expected)).GetProperty("files")[0];
    }

    /// <summary>Uploads a picture and waits until it is prepared.</summary>
    internal async Task<MediaItem> AddAsync(string name, byte[] content, string alt = "Sawah di kaki Ijen")
    {
        var id = (await UploadAsync(name, content, HttpStatusCode.Created, ("alt", alt))).GetProperty("id").GetGuid();
        await Prepare.Idle;
        return await ItemAsync(id);
    }

    /// <summary>Adds a picture to the demo village's library, ready to be shown.</summary>
    internal static async Task<Guid> AddPictureAsync(TestHost host, StaffBrowser staff, byte[] picture, string alt)
    {
        using var answer = await SendAsync(staff, Library, [("foto.jpg", picture)], asScript: true, [("alt", alt)]);
        var id = (await answer.JsonAsync(HttpStatusCode.Created)).GetProperty("files")[0].GetProperty("id").GetGuid();
        await host.Services.GetRequiredService<PrepareMedia>().Idle;
        return id;
    }

    internal async Task<MediaItem> ItemAsync(Guid id) => Assert.IsType<MediaItem>(await Documents.OpenSession(Village).LoadAsync<MediaItem>(id, Stop));

    /// <summary>Why a file is refused, in Indonesian.</summary>
    internal async Task<string> RefusalOfAsync(string name, byte[] content) => (await UploadAsync(name, content, HttpStatusCode.UnprocessableEntity)).Text("problem");

    internal static async Task<HttpResponseMessage> SendAsync(
        StaffBrowser staff, string address, (string Name, byte[] Content)[] files, bool asScript = false, (string Name, string Value)[]? fields = null, string? page = null)
    {
        var token = (await staff.OpenAsync(page ?? Library)).QuerySelector("form[enctype] input[type=hidden]")!;
        return await SendBareAsync(staff, address, files, asScript, [(token.GetAttribute("name")!, token.GetAttribute("value")!), .. fields ?? []]);
    }

    /// <summary>Writes the body itself, so that names go out as they are.</summary>
    internal static async Task<HttpResponseMessage> SendBareAsync(StaffBrowser staff, string address, (string Name, byte[] Content)[] files, bool asScript, params (string Name, string Value)[] fields)
    {
        using var body = new MemoryStream();
        foreach (var (name, value) in fields) body.Write(Encoding.UTF8.GetBytes($"--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        foreach (var (name, content) in files)
        {
            body.Write(Encoding.UTF8.GetBytes($"--batas\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n"));
            body.Write(content);
            body.Write("\r\n"u8);
        }

        body.Write("--batas--\r\n"u8);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=batas");
        if (asScript) request.Headers.Accept.ParseAdd("application/json");
        return await staff.SendAsync(request);
    }

    internal async Task<byte[]> FileAsync(string file)
    {
        await using var content = Assert.IsAssignableFrom<Stream>(await Host.Services.GetRequiredService<FileStore>().For(Partition.OfVillage(Village)).OpenAsync(file, Stop));
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }

    internal async Task<Guid> HangAsync(string title, Guid? picture = null, string text = "", Guid? paper = null)
    {
        using var answer = await Host.Administrator.SendAsync(HttpMethod.Post, $"{Api}/panel/posters", new { title, picture, text, paper });
        return (await answer.JsonAsync(HttpStatusCode.OK)).GetGuid();
    }
}
