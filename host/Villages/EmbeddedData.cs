namespace SmartKampung.Host.Villages;

/// <summary>The files of <c>data/</c>, which are part of the host.</summary>
static class EmbeddedData
{
    public static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The host lacks its file {name}.", name);
}
