using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartKampung.News.Demo;

/// <summary>The demo's drawings. They come with the module, so they may be SVG, which nobody may upload.</summary>
sealed partial class DemoPictures(IFileStore files)
{
    readonly Dictionary<string, StoredPicture> saved = [];

    public async Task<StoredPicture> SaveAsync(string name, string alt, CancellationToken stop)
    {
        if (!saved.TryGetValue(name, out var picture)) saved.Add(name, picture = await SaveAsync(name, stop));
        return picture with { Alt = alt };
    }

    async Task<StoredPicture> SaveAsync(string name, CancellationToken stop)
    {
        await using var drawing = DemoFolder.Open(Path.Combine("pictures", name + ".svg"));
        using var reader = new StreamReader(drawing, leaveOpen: true);
        var size = Size().Match(await reader.ReadToEndAsync(stop));
        drawing.Position = 0;
        return new(await files.SaveAsync(drawing, "svg", stop), "", Number(size.Groups[1]), Number(size.Groups[2]));
    }

    static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"viewBox=""[-\d.]+ [-\d.]+ (\d+) (\d+)""")]
    private static partial Regex Size();
}
