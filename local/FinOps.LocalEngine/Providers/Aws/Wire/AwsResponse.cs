using System.Net;

namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <param name="Status">Below 400: everything else is an <see cref="AwsCallException"/>.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="Body">As it came.</param>
internal sealed record AwsResponse(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);
