namespace SmartKampung.Sdk;

/// <summary>
/// A unit of work over what the module keeps once for the installation, see <see cref="DocumentRegistrations.AddPortalDocuments{T}"/>; from a village as from the portal,
/// and of no other documents.
/// </summary>
/// <remarks>
/// It is saved by its own <see cref="IDocumentSession.SaveChangesAsync"/>, which is not one commit with the village's <see cref="IDocumentSession"/>: either can be on disk
/// when the other is not, since a host can be killed in between. So save first what can be taken again under the same key and harms nobody when nothing follows,
/// such as a reserved number, then in the village what refers to it; who comes again finds what was reserved. A unique key decides between villages that are at it at once
/// (<see cref="DuplicateException"/>). Neither the host nor a job saves it for the module, and it publishes no events.
/// </remarks>
public interface IPortalSession : IDocumentSession;
