using System.Diagnostics;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Faults;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Faults;

/// <summary>Faults as callers meet them, over the socket.</summary>
public sealed class FaultInjectionTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("local-aws-").FullName;
    private readonly Clock _clock = new();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Error_FromTheSecondCallTwice_MeetsExactlyThoseAndNothingElse()
    {
        await using var server = await StartAsync(new Fault { Service = "organizations", Operation = "List*", From = 2, Times = 2, Error = "TooManyRequestsException", Message = "slow down" });
        using var calls = Calls(server);
        var outcomes = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            try
            {
                await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots");
                outcomes.Add("answered");
            }
            catch (RefusedException refused)
            {
                outcomes.Add($"{refused.Status} {refused.Code}");
                Assert.Contains("slow down", refused.Message, StringComparison.Ordinal);
            }

            await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.DescribeOrganization");
        }

        Assert.Equal(["answered", "429 TooManyRequestsException", "429 TooManyRequestsException", "answered"], outcomes);
        Assert.Equal([429, 429], server.Calls.SinceStart().Where(call => call.Error is not null).Select(call => call.Status));
    }

    [Fact]
    public async Task Error_OnAWrite_ChangesNothing()
    {
        await using var server = await StartAsync(new Fault { Service = "sns", Operation = "CreateTopic", Times = 1, Error = "InternalFailure" });
        using var calls = Calls(server);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => calls.QueryAsync("sns", "2010-03-31", "CreateTopic", ("Name", "alerts")));
        var topics = await calls.QueryAsync("sns", "2010-03-31", "ListTopics");

        Assert.Equal((500, "InternalFailure"), (refused.Status, refused.Code));
        Assert.Empty(topics.Descendants("TopicArn"));
    }

    [Fact]
    public async Task AccountAndRegion_NarrowAFault()
    {
        await using var server = await StartAsync(
            new Fault { Account = "999999999999", Error = "AccessDeniedException" },
            new Fault { Region = "eu-*", Error = "UnrecognizedClientException" });
        using var calls = Calls(server);

        // Neither another account's nor another region's fault meets a call of the management account in us-east-1.
        Assert.NotNull(await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.DescribeOrganization"));
    }

    [Fact]
    public async Task Drop_EndsTheConnectionWithoutAnAnswer()
    {
        await using var server = await StartAsync(new Fault { Service = "organizations", Times = 1, Drop = true });
        using var calls = Calls(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots"));
        Assert.NotNull(await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots"));
    }

    [Fact]
    public async Task Delay_ComesBeforeTheAnswer_AndDelaysAddUp()
    {
        await using var server = await StartAsync(new Fault { Delay = TimeSpan.FromMilliseconds(60) }, new Fault { Service = "organizations", Delay = TimeSpan.FromMilliseconds(60) });
        using var calls = Calls(server);
        var clock = Stopwatch.StartNew();

        await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots");

        Assert.True(clock.ElapsedMilliseconds >= 110, $"{clock.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("organizations", "TooManyRequestsException", 429)]
    [InlineData("ce", "LimitExceededException", 400)]
    public async Task PerSecond_ThrottlesWhatIsAboveIt_InTheServicesOwnWords(string service, string code, int status)
    {
        await using var server = await StartAsync(new Fault { PerSecond = 2 });
        using var calls = Calls(server);
        Task<JsonObject> CallAsync() => service == "ce"
            ? calls.JsonAsync("ce", "AWSInsightsIndexService.ListCostAllocationTags")
            : calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots");

        await CallAsync();
        await CallAsync();
        var refused = await Assert.ThrowsAsync<RefusedException>(CallAsync);
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        await CallAsync();
        await Assert.ThrowsAsync<RefusedException>(CallAsync);

        Assert.Equal((status, code), (refused.Status, refused.Code));
    }

    private Task<LocalAwsServer> StartAsync(params Fault[] faults) => LocalAwsServer.StartAsync(EndpointFixture.Options(_directory) with { Faults = faults, TimeProvider = _clock });

    private SignedCalls Calls(LocalAwsServer server) => new(server) { At = _clock.GetUtcNow() };

    /// <summary>Stands still until told; timers run by themselves.</summary>
    private sealed class Clock : TimeProvider
    {
        private readonly DateTimeOffset _start = System.GetUtcNow();
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _passed += time;

        public override DateTimeOffset GetUtcNow() => _start + _passed;

        public override long GetTimestamp() => _passed.Ticks;
    }
}
