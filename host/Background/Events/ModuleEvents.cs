namespace SmartKampung.Host.Background;

/// <summary>Puts a module's events into its unit of work.</summary>
sealed class ModuleEvents(string module, VillageUnit unit, EventJson json) : IEvents
{
    public void Publish<T>(T happened) where T : class => unit.Publish(module, EventJson.NameOf(happened.GetType()), json.Write(happened));
}
