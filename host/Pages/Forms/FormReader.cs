using Microsoft.AspNetCore.Antiforgery;

namespace SmartKampung.Host.Pages;

/// <summary>Reads what browsers and programs send.</summary>
sealed class FormReader(IAntiforgery antiforgery, TextLibrary texts) : IFormReader
{
    public async Task<Form<T>> ReadFormAsync<T>(HttpContext context) where T : class
    {
        var sent = await FormBody.ReadAsync(context);
        if (!await IsFromOwnPageAsync(context)) throw new BadHttpRequestException("The form carries no valid antiforgery token.");
        var binding = new FormBinding(ModelShape.Of(typeof(T)), sent, texts.For(PageOwner.Of(context), context), VillageClock.Of(context));
        var value = (T)binding.Bind();
        var form = new Form<T>(value, isFilled: true, binding.Typed);
        foreach (var (field, message) in binding.Errors) form.AddError(field, message);
        return form;
    }

    public async Task<Body<T>> ReadBodyAsync<T>(HttpContext context) where T : class =>
        new(await JsonBodyReader.ReadAsync<T>(context, texts.For(PageOwner.Of(context), context)));

    async Task<bool> IsFromOwnPageAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } checkedBefore) return checkedBefore.IsValid;
        return await antiforgery.IsRequestValidAsync(context);
    }
}
