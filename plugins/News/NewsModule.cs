using SmartKampung.News.Agenda;
using SmartKampung.News.Announcements;
using SmartKampung.News.Articles;
using SmartKampung.News.Comments;
using SmartKampung.News.Demo;
using SmartKampung.News.Feeds;
using SmartKampung.News.Import;
using SmartKampung.News.Pictures;
using SmartKampung.News.Portal;
using SmartKampung.News.Search;

namespace SmartKampung.News;

/// <summary>News, announcements and the calendar of a village.</summary>
public sealed class NewsModule : IModule
{
    const string Pages = "halaman";

    public void AddServices(IServiceCollection services) => services
        .AddDocuments<Article>(d => d.Unique(a => a.Slug).Unique(a => a.ImportedFrom).Index(a => a.EarlierSlugs).Index(a => a.OldAddresses)
            .Index(a => a.VisibleFrom).Index(a => a.Rank).Index(a => a.CategorySlug).Index(a => a.TagSlugs)
            .Text(a => a.Title, weight: 3).Text(a => a.Summary, weight: 2).Text(a => a.Category, weight: 2).Text(a => a.Tags, weight: 2).Html(a => a.Body)
            .Personal(a => a.Author))
        .AddDocuments<Revision>(d => d.Unique(r => r.Article, r => r.Number).Index(r => r.Article).Index(r => r.Person).Personal(r => r.By, r => r.Author))
        .AddDocuments<WorkingCopy>(d => d.Unique(c => c.Article, c => c.Person).Index(c => c.Article).Index(c => c.Person).Index(c => c.SeenAt).Personal(c => c.Name))
        .AddDocuments<Comment>(d => d.Index(c => c.Article).Index(c => c.Person).Index(c => c.IsWaiting).Personal(c => c.Name, c => c.Text))
        .AddDocuments<CommentReport>(d => d.Unique(r => r.Comment, r => r.Person).Index(r => r.Comment).Index(r => r.Person))
        .AddPersonalData<Comment>(c => c.Person, _ => null)
        .AddPersonalData<CommentReport>(r => r.Person, _ => null)
        .AddConsentPurpose<Comment>(ShownName.Purpose, c => c.Person, c => c with { Name = "" })
        .AddPersonalData<WorkingCopy>(c => c.Person, _ => null)
        .AddPersonalData<Revision>(r => r.Person, r => r with { Person = null, By = "" })
        .AddMovedAddresses<MovedArticles>()
        .AddMediaUse<Article>(a => a.ShownMedia(), a => new(a.Title, $"/kelola/news/artikel/{a.Id}"))
        .AddDocuments<WordPressImport>(d => d.Index(i => i.At).Index(i => i.State).Index(i => i.Person).Personal(i => i.By))
        .AddDocuments<ImportedPicture>(d => d.Unique(p => p.Source))
        .AddPersonalData<WordPressImport>(i => i.Person, i => i with { Person = null, By = "" })
        .AddEventHandler<ImportGoesOn, ImportArticles>()
        .AddScoped<ExportedArticle>()
        .AddDocuments<Announcement>(d => d.Index(a => a.Until).Text(a => a.Title, weight: 3).Text(a => a.Text))
        .AddDocuments<AgendaEntry>(d => d.Unique(e => e.Slug).Index(e => e.Over)
            .Text(e => e.Title, weight: 3).Text(e => e.Place, weight: 2).Text(e => e.Organizer, weight: 2).Text(e => e.Text))
        .AddReadModel<Article, PortalArticle>(PortalArticle.Of, d => d.Index(a => a.PublishAt)
            .Text(a => a.Title, weight: 3).Text(a => a.Summary, weight: 2).Text(a => a.Category, weight: 2).Text(a => a.Tags, weight: 2)
            .Text(a => a.VillageName).Html(a => a.Body))
        .AddScoped<ArticleList>()
        .AddScoped<ArticleEditor>()
        .AddScoped<ArticlePage>()
        .AddScoped<ArticleHistory>()
        .AddScoped<ArticleDesk>()
        .AddScoped<EditorPage>()
        .AddScoped<WorkingCopies>()
        .AddSingleton<ArticleDifference>()
        .AddScoped<NewsFeed>()
        .AddScoped<PictureLibrary>()
        .AddScoped<DemoArticles>()
        .AddScoped<DemoPictures>()
        .AddSettings<NewsSettings>()
        .AddPermission(Permissions.Write)
        .AddPermission(Permissions.Publish)
        .AddMenuItem("/berita", text: "news", about: "news.about", picture: "s-berita.svg")
        .AddMenuItem("/agenda", text: "agenda.menu", about: "agenda.about", picture: "s-agenda.svg", order: 110)
        .AddHomeSection("news-announcement", ShowAnnouncements.OnHome, order: 10)
        .AddHomeSection("news-home", ShowNewsOnHome.Show)
        .AddPortalMenuItem("/berita", text: "news")
        .AddPortalSection("news-portal", ShowRegencyNews.OnHome)
        .AddSearch(FindNews.InVillage)
        .AddPortalSearch(FindNews.AtPortal)
        .AddSitemap(ListPages.List)
        .AddIndicators(CountNews.Count)
        .AddDemoContent(FillDemo.Fill);

    public void MapPages(IEndpointRouteBuilder village)
    {
        village.MapGet("/berita", ListArticles.All).AllowAnyone().CachePage(Pages);
        village.MapGet("/berita/kategori/{category}", ListArticles.OfCategory).AllowAnyone().CachePage(Pages);
        village.MapGet("/berita/topik/{topic}", ListArticles.OfTopic).AllowAnyone().CachePage(Pages);
        village.MapGet("/berita/arsip/{month}", ListArticles.OfMonth).AllowAnyone().CachePage(Pages);
        village.MapGet("/berita/{slug}", ReadArticle.Show).AllowAnyone().CachePage();
        village.MapGet("/berita/pratinjau/{id:guid}", ReadArticle.Preview).RequirePermission(Permissions.Write);
        village.MapComments();
        village.MapGet("/pengumuman", ShowAnnouncements.Show).AllowAnyone().CachePage(Pages);
        village.MapGet("/agenda", ShowAgenda.Show).AllowAnyone().CachePage(Pages);
        village.MapGet("/agenda/{slug}", ReadAgendaEntry.Show).AllowAnyone().CachePage();
        village.MapGet("/agenda.ics", ExportCalendar.All).AllowAnyone().CachePage();
        village.MapGet("/agenda/{slug}.ics", ExportCalendar.One).AllowAnyone().CachePage();
        village.MapGet("/rss.xml", PublishFeeds.Rss).AllowAnyone().CachePage();
        village.MapGet("/atom.xml", PublishFeeds.Atom).AllowAnyone().CachePage();
    }

    public void MapConsole(IEndpointRouteBuilder console)
    {
        console.MapGet("/", ManageArticles.Show).RequirePermission(Permissions.Write);
        console.MapArticles();
        console.MapModeration();
        console.MapImports();
        console.MapGet("/pengumuman", EditAnnouncement.List).RequirePermission(Permissions.Publish);
        console.MapGet("/pengumuman/{at}", EditAnnouncement.Show).RequirePermission(Permissions.Publish);
        console.MapPost("/pengumuman/{at}", EditAnnouncement.Save).RequirePermission(Permissions.Publish);
        console.MapPost("/pengumuman/{at}/hapus", EditAnnouncement.Remove).RequirePermission(Permissions.Publish);
        console.MapGet("/agenda", EditAgenda.List).RequirePermission(Permissions.Publish);
        console.MapGet("/agenda/{at}", EditAgenda.Show).RequirePermission(Permissions.Publish);
        console.MapPost("/agenda/{at}", EditAgenda.Save).RequirePermission(Permissions.Publish);
        console.MapPost("/agenda/{at}/hapus", EditAgenda.Remove).RequirePermission(Permissions.Publish);
    }

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapGet("/articles", QueryArticles.List).AllowAnyone();
        village.MapGet("/articles/{id:guid}", QueryArticles.One).AllowAnyone();
        village.MapPost("/articles", WriteArticle.Create).RequirePermission(Permissions.Write);
        village.MapPut("/articles/{id:guid}", WriteArticle.Replace).RequirePermission(Permissions.Write);
        village.MapDelete("/articles/{id:guid}", DeleteArticle.Delete).RequirePermission(Permissions.Write);
        village.MapPost("/articles/{id:guid}/publish", PublishArticle.Publish).RequirePermission(Permissions.Publish);
        village.MapPost("/articles/{id:guid}/archive", PublishArticle.Archive).RequirePermission(Permissions.Publish);

        village.MapGet("/announcements", QueryAnnouncements.List).AllowAnyone();
        village.MapGet("/announcements/{id:guid}", QueryAnnouncements.One).AllowAnyone();
        village.MapPost("/announcements", WriteAnnouncement.Create).RequirePermission(Permissions.Publish);
        village.MapPut("/announcements/{id:guid}", WriteAnnouncement.Replace).RequirePermission(Permissions.Publish);
        village.MapDelete("/announcements/{id:guid}", WriteAnnouncement.Delete).RequirePermission(Permissions.Publish);

        village.MapGet("/agenda", QueryAgenda.List).AllowAnyone();
        village.MapGet("/agenda/{id:guid}", QueryAgenda.One).AllowAnyone();
        village.MapPost("/agenda", WriteAgendaEntry.Create).RequirePermission(Permissions.Publish);
        village.MapPut("/agenda/{id:guid}", WriteAgendaEntry.Replace).RequirePermission(Permissions.Publish);
        village.MapDelete("/agenda/{id:guid}", WriteAgendaEntry.Delete).RequirePermission(Permissions.Publish);

        village.MapPost("/pictures", UploadPicture.Save).RequirePermission(Permissions.Write);
    }

    public void MapPortal(IEndpointRouteBuilder portal) =>
        portal.MapGet("/berita", ShowRegencyNews.Show).AllowAnyone().CachePage(Pages);
}
