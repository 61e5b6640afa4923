using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Demo;

/// <summary>A request that did not come to its letter, or has not yet.</summary>
/// <param name="Type">The type's slug.</param>
/// <param name="State">How it stands.</param>
/// <param name="Hours">For how long so.</param>
/// <param name="Step">The role of the step that it got to; empty for a draft.</param>
/// <param name="Who">ayu, who can be tried out; rt for a neighbour of theirs; empty for anybody.</param>
/// <param name="Reason">Why it was asked back or rejected.</param>
/// <param name="Keys">What it was asked back for.</param>
sealed record DemoOpen(string Type, RequestState State, double Hours, string Step = "", string Who = "", string Reason = "", IReadOnlyList<string>? Keys = null);
