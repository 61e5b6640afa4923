using SmartKampung.Host.Background;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>What waits for staff, what is wrong, and what a fresh village does first.</summary>
static class ShowStart
{
    public static async Task<Page> HandleAsync(HttpContext context, Indicators indicators, VillageTroubles troubles, FirstSteps steps, WaitingRequests waiting, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        return Page.View("console-start", new
        {
            troubles = troubles.In(context).Concat(await waiting.InAsync(context, stop)).ToArray(),
            steps = await steps.OfAsync(village, context, stop),
            support = context.Features.Get<ConsoleNotices>()?.Support ?? [],
            figures = (await indicators.OfAsync(village, context, stop)).Indicators.Select(figure => new Figure(figure.Text, Written(figure, RequestLanguage.Of(context)))).ToArray(),
        });
    }

    static string Written(IndicatorView figure, string language) => figure.Unit switch
    {
        IndicatorUnit.Rupiah => NumberWriting.Money(figure.Value, language),
        IndicatorUnit.Percent => NumberWriting.Number(figure.Value, language) + "%",
        _ => NumberWriting.Number(figure.Value, language),
    };

    sealed record Figure(string Label, string Value);
}
