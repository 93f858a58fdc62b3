using System.Collections.Concurrent;
using Amazon.Runtime;

namespace FinOps.Functions.Aws;

/// <summary>
/// Counts the requests of one run that AWS answered, and the bytes of the answers. Attempts that AWS refused (throttles) are not counted:
/// Cost Explorer does not charge for them.
/// </summary>
internal sealed class RequestMeter
{
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private long _bytes;

    public IReadOnlyDictionary<string, int> Requests => new SortedDictionary<string, int>(_requests, StringComparer.Ordinal);

    public long Bytes => Interlocked.Read(ref _bytes);

    public async Task<TResponse> CountAsync<TResponse>(string service, Task<TResponse> call)
        where TResponse : AmazonWebServiceResponse
    {
        var response = await call.ConfigureAwait(false);
        _requests.AddOrUpdate(service, 1, (_, count) => count + 1);
        Interlocked.Add(ref _bytes, Math.Max(0, response.ContentLength));
        return response;
    }
}
