namespace SmartKampung.Sdk;

/// <summary>
/// Marks a document that only holds unfinished work of the person who saves it, such as a text that is kept every few seconds while it is
/// typed: saving it leaves no entry in the audit log. What others see belongs into documents that are logged.
/// </summary>
public interface IWorkingCopy;
