namespace SmartKampung.Sdk;

/// <summary>Tells what happened in a village to whoever wants to know, this module and others.</summary>
public interface IEvents
{
    /// <summary>
    /// Tells of it once the session's changes are saved: it is saved with them, so it is told if and only if they were. Handlers run
    /// shortly after, each on its own, also when the host was killed in between.
    /// </summary>
    /// <typeparam name="T">
    /// A record of what documents may hold, such as <c>LetterSigned(Guid LetterId)</c>. Where other modules handle it, it lies in an
    /// assembly that module.json lists under <c>sharedServices</c>. Its full name identifies it.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">This is the portal, where nothing happens.</exception>
    void Publish<T>(T happened) where T : class;
}

/// <summary>What a module does after something happened. Made anew for each event; its constructor gets what a handler gets.</summary>
/// <typeparam name="T">The event.</typeparam>
public interface IEventHandler<in T> where T : class
{
    /// <summary>
    /// Runs at least once for each event of a village that has this module on, in no promised order. What it stored in its session and
    /// did not save, the host saves together with the note that it is done, so that it happens once; anything else it does must bear repetition.
    /// </summary>
    /// <remarks>An exception is logged and the event comes again, with growing pauses for about a day; after that it is set aside and told to the administrator.</remarks>
    Task HandleAsync(T happened, CancellationToken stop);
}

/// <summary>Registers what follows events.</summary>
public static class EventRegistrations
{
    /// <summary>Lets a handler follow the events of one type.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <typeparam name="THandler">The handler. Its class name identifies it from one version of the module to the next.</typeparam>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : class
        where THandler : class, IEventHandler<TEvent> =>
        services.AddScoped<THandler>().AddSingleton(new EventHandlerRegistration(
            typeof(TEvent), typeof(THandler).Name, (scope, happened, stop) => scope.GetRequiredService<THandler>().HandleAsync((TEvent)happened, stop)));
}

sealed record EventHandlerRegistration(Type Event, string Name, Func<IServiceProvider, object, CancellationToken, Task> HandleAsync);
