using SmartKampung.Tests.Plugins.Letters.Issued;

namespace SmartKampung.Browser.Flows;

/// <summary>A letter as somebody holds it, and what they learn of it.</summary>
static class PaperCheck
{
    /// <summary>Where the QR code of the first page leads, at this host.</summary>
    public static async Task<string> AddressAsync(byte[] pdf)
    {
        var read = new Uri((await QrOnPage.ReadAsync(pdf))!);
        return read.AbsolutePath + read.Fragment;
    }

    /// <summary>A stranger who scans the code sees these parts.</summary>
    public static async Task SeesAsync(this LetterOffice office, string address, params string[] shown)
    {
        await using var stranger = await office.PhoneAsync();
        await stranger.GoAsync(address);
        foreach (var part in shown) await Assertions.Expect(stranger.Seen($"main {part}")).ToBeVisibleAsync();
        Findings.None(stranger.Troubles);
    }

    /// <summary>Drops a file on the page that checks letters.</summary>
    public static async Task DropAsync(this Phone phone, byte[] file)
    {
        const string Drop = """
            base64 => {
              const files = new DataTransfer();
              files.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], 'surat.pdf', { type: 'application/pdf' }));
              document.querySelector('main h1').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """;
        await phone.Page.EvaluateAsync(Drop, Convert.ToBase64String(file));
    }

    /// <summary>Presses what becomes a download. That is told as a request that failed, so what went wrong before is looked at first.</summary>
    public static async Task<byte[]> DownloadAsync(this Phone phone, string link)
    {
        Findings.None(phone.Troubles);
        var download = await phone.Page.RunAndWaitForDownloadAsync(() => phone.PressAsync(link));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
