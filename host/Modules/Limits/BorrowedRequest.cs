using System.Collections;
using Microsoft.AspNetCore.Http.Features;

namespace SmartKampung.Host.Modules;

/// <summary>
/// The request as a module's handler sees it: the same, with the capsule's services and a token that knows the module's time. Once the request
/// is over or given up it is taken back, so that a handler which runs on can't write into the next visitor's answer.
/// </summary>
sealed class BorrowedRequest : IFeatureCollection, IServiceProvidersFeature, IHttpRequestLifetimeFeature
{
    readonly IFeatureCollection lender;
    readonly DefaultHttpContext context;
    volatile bool isOver;

    public BorrowedRequest(HttpContext request)
    {
        lender = request.Features;
        (RequestServices, RequestAborted) = (request.RequestServices, request.RequestAborted);
        context = new DefaultHttpContext(this) { FormOptions = (request as DefaultHttpContext)?.FormOptions ?? new FormOptions() };
    }

    public IServiceProvider RequestServices { get; set; }

    public CancellationToken RequestAborted { get; set; }

    public bool IsReadOnly => lender.IsReadOnly;

    public int Revision => isOver ? int.MaxValue : lender.Revision;

    public object? this[Type key]
    {
        get => IsOwn(key) ? this : Lender[key];
        set => Lender[key] = value;
    }

    public HttpContext Lend(CancellationToken stop)
    {
        RequestAborted = stop;
        return context;
    }

    public void TakeBack() => isOver = true;

    public Task TakeBackAsync()
    {
        TakeBack();
        return Task.CompletedTask;
    }

    public TFeature? Get<TFeature>() => IsOwn(typeof(TFeature)) ? (TFeature)(object)this : Lender.Get<TFeature>();

    public void Set<TFeature>(TFeature? instance) => Lender.Set(instance);

    public void Abort() => Lender.Get<IHttpRequestLifetimeFeature>()?.Abort();

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => Lender.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IFeatureCollection Lender => isOver ? throw new InvalidOperationException("This request has been answered; its HttpContext can't be used any more.") : lender;

    static bool IsOwn(Type feature) => feature == typeof(IServiceProvidersFeature) || feature == typeof(IHttpRequestLifetimeFeature);
}
