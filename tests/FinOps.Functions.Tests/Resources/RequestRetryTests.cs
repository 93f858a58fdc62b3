using Amazon.ResourceGroupsTaggingAPI.Model;
using Amazon.Runtime;
using FinOps.Functions.Aws;
using FinOps.Functions.Resources;

namespace FinOps.Functions.Tests.Resources;

public sealed class RequestRetryTests
{
    private static readonly AWSCredentials Keys = new AnonymousAWSCredentials();
    private static readonly ScanOptions Options = new() { Attempts = 4 };

    [Fact]
    public async Task Run_NoAnswerWithinTheLimit_IsGivenUpAndAskedAgain()
    {
        var (meter, attempts) = (new RequestMeter(), 0);
        var retry = new RequestRetry(Options, meter, new SkippingTime(limitsThatPass: 2));

        var answer = await retry.RunAsync("tags", Keys, token => ++attempts <= 2 ? NeverAsync(token) : Task.FromResult(new GetTagKeysResponse { TagKeys = ["Team"] }), CancellationToken.None);

        Assert.Equal(["Team"], answer.TagKeys);
        Assert.Equal((3, 2, 1), (attempts, retry.Retries, meter.Requests["tags"]));
    }

    [Fact]
    public async Task Run_NeverAnAnswer_EndsAfterAllAttempts()
    {
        var (time, attempts) = (new SkippingTime(limitsThatPass: int.MaxValue), 0);

        await Assert.ThrowsAsync<TimeoutException>(() => new RequestRetry(Options, new RequestMeter(), time).RunAsync("tags", Keys, token =>
        {
            attempts++;
            return NeverAsync(token);
        }, CancellationToken.None));

        Assert.Equal(4, attempts);
        // Drawn by chance below 0.4, 0.8 and 1.6 seconds.
        Assert.InRange(time.Waited, TimeSpan.Zero, TimeSpan.FromSeconds(0.4 + 0.8 + 1.6));
    }

    [Fact]
    public async Task Run_TheScanIsOver_AsksNoMore()
    {
        using var over = new CancellationTokenSource();
        var attempts = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RequestRetry(Options, new RequestMeter(), new SkippingTime()).RunAsync("tags", Keys, async token =>
        {
            attempts++;
            await over.CancelAsync();
            return await NeverAsync(token);
        }, over.Token));

        Assert.Equal(1, attempts);
    }

    private static async Task<GetTagKeysResponse> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return new GetTagKeysResponse();
    }
}
