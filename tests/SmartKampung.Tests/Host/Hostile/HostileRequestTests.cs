using System.Net;
using System.Text;
using SmartKampung.Tests.Host.Accounts;

namespace SmartKampung.Tests.Host.Hostile;

/// <summary>Requests that no page of the host would send.</summary>
public sealed class HostileRequestTests(HostileHost hostile) : IClassFixture<HostileHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://jahat.example")]
    [InlineData("//jahat.example")]
    [InlineData("/\\jahat.example")]
    [InlineData("\\\\jahat.example")]
    [InlineData("/\t/jahat.example")]
    [InlineData("/%09/jahat.example")]
    [InlineData("/\r\nX-Pwn: 1")]
    [InlineData("/%0d%0aX-Pwn:%201")]
    [InlineData("/\u0000//jahat.example")]
    [InlineData("javascript:pwn()")]
    [InlineData("data:text/html,<script>pwn()</script>")]
    [InlineData("///jahat.example")]
    [InlineData("https:jahat.example")]
    [InlineData("@jahat.example")]
    [InlineData("/akun\"><pwn-x>")]
    public async Task Way_back_stays_inside_the_installation(string back)
    {
        var query = $"?kembali={Uri.EscapeDataString(back)}";
        using var visitor = new Visitor(hostile.Host);
        using var shown = await visitor.GetAsync("/masuk" + query);
        await hostile.CheckAsync(shown, back);
        using var staff = await hostile.AdministratorAsync();
        using var stepped = await staff.Client.GetAsync(new Uri("/akun/langkah-kedua" + query, UriKind.Relative), Stop);
        await hostile.CheckAsync(stepped, back);
        using var entered = await visitor.SignInAsync(HostileHost.Login, path: "/masuk" + query);

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal(hostile.Host.Address.Host, new Uri(hostile.Host.Address, entered.Headers.Location!.OriginalString).Host);
        Assert.False(entered.Headers.Location.OriginalString.StartsWith("//", StringComparison.Ordinal) || entered.Headers.Contains("X-Pwn"));
    }

    [Fact]
    public async Task Form_without_its_token_is_refused_at_every_address()
    {
        using var regency = await hostile.RegencyAsync();
        var addresses = hostile.Addresses("POST");
        await HostileHost.EachAsync(addresses, async path =>
        {
            using var content = new FormUrlEncodedContent([new("name", "x"), new("_form", "palsu")]);
            using var answer = await regency.Client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path}: {answer.StatusCode}");
            await hostile.CheckAsync(answer, path);
        });
        Assert.True(addresses.Count > 60, $"{addresses.Count} addresses");
    }

    [Theory]
    [InlineData("/akun/nama", "application/json", "{\"name\":\"x\"}")]
    [InlineData("/akun/nama", "text/plain", "name=x&_form=y")]
    [InlineData("/akun/nama", "application/x-www-form-urlencoded", "{\"name\":\"x\"}")]
    [InlineData("/akun/nama", "multipart/form-data", "x")]
    [InlineData("/akun/nama", "multipart/form-data; boundary=", "--x")]
    [InlineData("/akun/nama", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx")]
    [InlineData("/akun/nama", "application/xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>")]
    [InlineData("/api/villages", "application/x-www-form-urlencoded", "{\"code\":\"35.10.24.2099\",\"name\":\"Jahat\"}")]
    [InlineData("/api/villages", "text/plain", "{\"code\":\"35.10.24.2099\",\"name\":\"Jahat\"}")]
    [InlineData("/api/villages", "application/json", "{\"code\":\"35.10.24.2099\",\"name\":")]
    [InlineData("/api/villages", "application/json; charset=utf-7", "{}")]
    [InlineData("/api/villages", "application/json", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("/masuk", "application/x-www-form-urlencoded", "login=%FF%FE&password=%00&_form=%ZZ")]
    [InlineData("/masuk", "application/x-www-form-urlencoded", "%=%&=&&&==&;&_form[]=1&login[0][0]=x")]
    public async Task Body_of_another_kind_than_asked_for_is_refused(string path, string type, string body)
    {
        using var staff = await hostile.AdministratorAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await (path.StartsWith("/api", StringComparison.Ordinal) ? hostile.Host.Administrator : staff.Client).PostAsync(new Uri(path, UriKind.Relative), content, Stop);

        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{answer.StatusCode}");
        await hostile.CheckAsync(answer, $"{type} at {path}");
    }

    [Theory]
    [InlineData(1, 3_000_000, 1)]
    [InlineData(1, 1, 100_000)]
    [InlineData(6_000, 1, 1)]
    [InlineData(2_000, 200, 200)]
    public async Task Form_of_too_much_is_refused_and_the_host_serves_on(int fields, int longName, int longValue)
    {
        using var staff = await hostile.AdministratorAsync();
        var token = (await staff.OpenAsync("/akun/nama")).QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        var body = $"_form={token}&page_language=any&" + string.Join('&', Enumerable.Range(0, fields).Select(number => $"{new string('n', longName)}{number}={new string('v', longValue)}"));
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await staff.Client.PostAsync(new Uri("/akun/nama", UriKind.Relative), content, Stop);

        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{answer.StatusCode}");
        await hostile.CheckAsync(answer, $"{fields} fields");
        await staff.OpenAsync("/akun/nama");
    }

    [Fact]
    public async Task Address_that_nobody_writes_is_answered_without_harm()
    {
        string[] tails =
        [
            "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/admin.key", "/..%5c..%5cadmin.key", "/....//....//admin.key", "/%252e%252e%252fadmin.key", "/.%00./admin.key",
            "/%00", "/%ff", "/%c0%ae%c0%ae/", "/%ed%a0%80", "/%e2%80%ae", "/%0d%0aX-Pwn:1", "/%0aSet-Cookie:pwn=1", "/%23", "/%3f", "/;a=b", "/a%2fb", "/%5c", "/%7b%7b1%7d%7d", "/%3Cpwn-x%3E",
            "?halaman=-1", "?halaman=99999999999999999999", "?cari=%00", "?cari=%FF%FE", "?cari=%ed%a0%80", "?cari=%3Cscript%3Epwn()%3C/script%3E", "?kembali=%0d%0aX-Pwn:1", "?kode=%0d%0aX-Pwn:1", "?page=1e9",
            "?cari=" + new string('%', 300), "?" + string.Join('&', Enumerable.Range(0, 3000).Select(number => $"a{number}")), "?cari[]=1&cari[]=2", "?a=b%0d%0a%0d%0a<pwn-x>",
        ];
        string[] places = ["", "/desa", "/cari", "/masuk", "/slip", "/berkas", "/assets/x/host", "/akun", "/kelola", HostileHost.Village, HostileHost.Village + "/berita", HostileHost.Village + "/cari", HostileHost.Village + "/berkas/media", HostileHost.Village + "/kelola/catatan"];
        using var staff = await hostile.AdministratorAsync();

        await HostileHost.EachAsync(from place in places from tail in tails select place + tail, async address =>
        {
            var raw = new Uri(hostile.Host.Address.ToString().TrimEnd('/') + (address.StartsWith('/') ? address : "/" + address), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var answer = await staff.Client.GetAsync(raw, Stop);
            await hostile.CheckAsync(answer, address);
            Assert.DoesNotContain("root:x", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        });

        Assert.Equal(HttpStatusCode.OK, (await hostile.Host.Anonymous.GetAsync(new Uri("/", UriKind.Relative), Stop)).StatusCode);
    }
}
