using System.Security.Cryptography;
using Amazon.Runtime;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Resources;

/// <summary>
/// Makes requests again that AWS throttled, failed or did not answer: a bounded number of times, with waits drawn by chance below a limit that
/// doubles. The clients of a scan do not retry themselves, so that every attempt counts here and none outlives the scan.
/// </summary>
internal sealed class RequestRetry(ScanOptions options, RequestMeter meter, TimeProvider time)
{
    private int _retries;

    public int Retries => _retries;

    /// <exception cref="OperationCanceledException">The scan is over.</exception>
    /// <exception cref="Exception">What AWS answered last, or that it did not answer.</exception>
    public async Task<TResponse> RunAsync<TResponse>(string service, AWSCredentials credentials, Func<CancellationToken, Task<TResponse>> request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        for (var attempt = 1; ; attempt++)
        {
            using var timeout = new CancellationTokenSource(options.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            try
            {
                return await meter.CountAsync(service, request(either.Token)).ConfigureAwait(false);
            }
            catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt >= options.Attempts)
                    throw new TimeoutException($"no answer within {options.Timeout.TotalSeconds:0} s", failure);
            }
            catch (Exception failure) when (attempt < options.Attempts && !cancellationToken.IsCancellationRequested && ScanFailure.IsTransient(failure))
            {
                // Keys that ended while they were in use: the next attempt is made with new ones.
                if (ScanFailure.IsExpiredKey(failure))
                    (credentials as RefreshingAWSCredentials)?.ClearCredentials();
            }

            Interlocked.Increment(ref _retries);
            await Task.Delay(Wait(attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Wait(int attempt)
    {
        var limit = Math.Min(options.LongestWait.TotalMilliseconds, options.FirstWait.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(0, (int)limit + 1));
    }
}
