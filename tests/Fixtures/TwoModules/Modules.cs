namespace TwoModules;

public sealed class FirstModule : IModule;

public sealed class SecondModule : IModule;
