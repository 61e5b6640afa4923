using Microsoft.AspNetCore.Http.Metadata;

namespace SmartKampung.Host.Api;

/// <summary>Metadata of a route: the largest body that it reads; more is answered 413.</summary>
sealed record RequestLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
