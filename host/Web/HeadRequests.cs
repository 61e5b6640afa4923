namespace SmartKampung.Host.Web;

/// <summary>Answers HEAD wherever GET is answered: routing sees GET, handlers see HEAD, and the server sends no body.</summary>
static class HeadRequests
{
    static readonly object Marker = new();

    public static void UseRoutingOfHead(this WebApplication app)
    {
        app.Use(next => context =>
        {
            if (HttpMethods.IsHead(context.Request.Method)) (context.Request.Method, context.Items[Marker]) = (HttpMethods.Get, Marker);
            return next(context);
        });
        app.UseRouting();
        app.Use(next => context =>
        {
            if (context.Items.Remove(Marker)) context.Request.Method = HttpMethods.Head;
            return next(context);
        });
    }
}
