using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public sealed class WaitingFilesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public WaitingFilesTests() => PersonalKeys.Make(folder.FullName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_register_that_waits_is_read_at_any_place_and_tells_a_thief_nothing()
    {
        var register = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("3510244107850001;Halimatussakdiyah;Jalan Melati 7\n", 4_000)));
        var name = await Files().KeepAsync(new MemoryStream(register), Stop);
        PersonalKeys.Renew(folder.FullName);

        await using var content = Files().Open(name)!;
        content.Position = 100_000;
        var part = new byte[50];
        await content.ReadExactlyAsync(part, Stop);

        Assert.Equal(register[100_000..100_050], part);
        Assert.Equal(register.Length, content.Length);
        Assert.Empty(Theft.Find(folder.FullName, "3510244107850001", "Halimatussakdiyah", "Jalan Melati"));
    }

    [Fact]
    public async Task A_file_from_before_they_were_sealed_is_read_as_it_is()
    {
        var name = await Files().KeepAsync(new MemoryStream("x"u8.ToArray()), Stop);
        await File.WriteAllTextAsync(Directory.EnumerateFiles(folder.Combine("waiting"), name, SearchOption.AllDirectories).Single(), "lama", Stop);

        using var reader = new StreamReader(Files().Open(name)!);
        Assert.Equal("lama", await reader.ReadToEndAsync(Stop));
    }

    IWaitingFiles Files() => new WaitingFolder(folder.Data, new(new(folder.Data)), new DiskSync(), new DiskRoom(), TimeProvider.System).Of(Guid.Empty, "residents");
}
