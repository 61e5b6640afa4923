namespace SmartKampung.Letters.Demo;

/// <summary>What a demo village is filled with.</summary>
static class DemoComposition
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddScoped<DemoRequests>()
        .AddScoped<DemoPapers>()
        .AddScoped<DemoSigning>()
        .AddDemoContent(FillDemo.Fill);
}
