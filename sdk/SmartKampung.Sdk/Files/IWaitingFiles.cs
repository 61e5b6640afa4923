using Microsoft.AspNetCore.Http.Metadata;

namespace SmartKampung.Sdk;

/// <summary>
/// Files of one village that wait for work of this module, such as an archive that staff uploaded and a job reads piece by piece. They are served to
/// nobody, are in no backup, and go by themselves after a week.
/// </summary>
public interface IWaitingFiles
{
    /// <summary>Keeps a file. Returns its name when it is on disk.</summary>
    /// <param name="content">The content, read to its end.</param>
    /// <param name="stop">Cancels the keeping; nothing is left then.</param>
    /// <exception cref="StorageUnavailableException">The disk is full or can't be written.</exception>
    Task<string> KeepAsync(Stream content, CancellationToken stop = default);

    /// <summary>Opens a file for reading at any place in it, or returns null where there is none of this name any more.</summary>
    Stream? Open(string name);

    /// <summary>Removes a file; nothing happens where there is none.</summary>
    void Remove(string name);
}

/// <summary>Routes that take large files.</summary>
public static class UploadRoutes
{
    /// <summary>Lets the forms of a route bring more than the 20 MB of every other. What is larger yet is answered 413. The files wait on the disk, not in memory.</summary>
    /// <param name="route">The route or group of routes.</param>
    /// <param name="largest">In bytes, for all of a form together.</param>
    public static T AllowUploads<T>(this T route, long largest) where T : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(new UploadLimit(largest)));
        return route.WithFormOptions(multipartBodyLengthLimit: largest);
    }
}

sealed record UploadLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
