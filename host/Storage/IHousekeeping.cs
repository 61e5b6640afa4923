namespace SmartKampung.Host.Storage;

/// <summary>A document that the host keeps for its own working and that tells nothing of what a person wanted: the audit log passes over it.</summary>
interface IHousekeeping;
