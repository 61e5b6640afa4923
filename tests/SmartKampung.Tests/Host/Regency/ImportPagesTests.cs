using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Regency;

public sealed class ImportPagesTests(RegencyHost regency) : IClassFixture<RegencyHost>
{
    const string Import = "/kelola/desa/impor";
    const string Header = "code,name,kind,district_code,district_name\n";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_is_told_line_by_line_and_saved_only_when_asked()
    {
        using var staff = await regency.AdministratorAsync();
        var check = await UploadAsync(staff, Header + "35.10.24.2998,Sumber Waras,desa,35.10.24,Licin\n35.10.24.2008,Tamansari,desa,35.10.24,Licin\n", HttpStatusCode.OK);

        Assert.Equal(["1", "0", "1"], check.QuerySelectorAll(".figures dd").Select(figure => figure.TextContent));
        Assert.Null(regency.Villages.FindByCode("35.10.24.2998"));
        var action = check.QuerySelector("main form")!.GetAttribute("action")!;
        await staff.SubmitAsync(Import, action, HttpStatusCode.SeeOther);
        Assert.Equal("Sumber Waras", regency.Villages.FindByCode("35.10.24.2998")!.Name);

        var twice = await staff.SubmitAsync(Import, action, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("sudah diimpor", twice.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_line_saves_nothing_and_is_named_with_its_column()
    {
        using var staff = await regency.AdministratorAsync();
        var check = await UploadAsync(staff, Header + "35.10.24.2997,Sumber,desa,35.10.24,Licin\n35.10.24.2996,<script>,kampung,35.10.24,Licin\n", HttpStatusCode.OK);

        Assert.Equal("3", check.QuerySelector("tbody th")!.TextContent);
        Assert.Contains("kind", check.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null(check.QuerySelector("main form"));
        Assert.Null(regency.Villages.FindByCode("35.10.24.2997"));
        await staff.SubmitAsync(Import, Import, HttpStatusCode.UnprocessableEntity);
    }

    static async Task<IDocument> UploadAsync(StaffBrowser staff, string csv, HttpStatusCode expected)
    {
        var page = await staff.OpenAsync(Import);
        var token = page.QuerySelector("main form input[type=hidden]")!;
        using var form = new MultipartFormDataContent { { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "desa.csv" } };
        using var answer = await staff.Client.PostAsync(new Uri(Import, UriKind.Relative), form, Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == expected, html);
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Stop);
    }
}
