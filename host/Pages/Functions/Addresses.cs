using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Addresses in templates; what comes from data goes through <c>url</c>, which lets no script through.</summary>
static class Addresses
{
    public static void AddTo(ScriptObject functions)
    {
        functions.Add("url", new TemplateFunction(call => Url(call.Request, call.Text(0))));
        functions.Add("url_in", new TemplateFunction(call => call.Request.Addresses.InVillage(call.Text(0), call.Text(1))));
        functions.Add("absolute", new TemplateFunction(call => call.Request.Addresses.Absolute(call.Text(0)).AbsoluteUri));
        functions.Add("call", new TemplateFunction(call => PhoneNumber.CallLink(call.Text(0))));
        functions.Add("file", new TemplateFunction(call => FileOf(call)));
        functions.Add("asset", new TemplateFunction(call => call.Rendering.Assets.Address(call.Rendering.Owner, call.Text(0)) ?? AddressEncoding.Nowhere));
    }

    public static string Url(PageRequest request, string address)
    {
        var trimmed = address.Trim();
        if (trimmed.StartsWith('/')) return request.Addresses.Path(trimmed);
        if (trimmed.StartsWith('#')) return AddressEncoding.Encode(trimmed);
        return AddressEncoding.HasKnownScheme(trimmed) ? AddressEncoding.Encode(trimmed) : AddressEncoding.Nowhere;
    }

    static string FileOf(Arguments call) =>
        call.Request.Addresses.File(PictureMarkup.FileOf(call[0]) is { } picture ? picture.File : call.Text(0));
}
