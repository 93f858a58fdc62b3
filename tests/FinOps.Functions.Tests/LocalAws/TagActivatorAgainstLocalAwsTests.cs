using FinOps.Core.Problems;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Tests.LocalAws;

/// <summary>Signed, over sockets, against the embedded AWS, in the order of a first day; Team is active already (see the fixture).</summary>
public sealed class TagActivatorAgainstLocalAwsTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    private static readonly TagActivatorOptions Options = new(["Team", "Environment", "CostCenter", "aws:createdBy", "Sku", "ENVIRONMENT"], 12, DryRun: false);

    [Fact]
    public async Task RunAsync_DryThenRealThenAgain_ActivatesOnceAndStaysQuiet()
    {
        using var clients = aws.Clients();

        var dry = await RunAsync(clients, Options with { DryRun = true });
        var real = await RunAsync(clients, Options);
        var again = await RunAsync(clients, Options);

        Assert.Equal(dry.Activated, real.Activated);
        Assert.Equal(["CostCenter", "Environment"], real.Activated);
        Assert.Equal(["Team", "aws:createdBy"], real.AlreadyActive);
        Assert.Equal(["ENVIRONMENT", "Sku"], real.Pending.Select(key => key.Key));
        Assert.Contains("'Environment'", real.Pending[0].Why, StringComparison.Ordinal);
        Assert.Equal(BackfillState.Requested, real.Backfill.State);
        Assert.Equal(4, real.Requests);

        Assert.Empty(again.Activated);
        Assert.Equal(["CostCenter", "Environment", "Team", "aws:createdBy"], again.AlreadyActive);
        Assert.Equal(BackfillState.Running, again.Backfill.State);
    }

    [Fact]
    public async Task RunAsync_WrongSecret_IsRefusedWithNextStep()
    {
        using var clients = ReportClients.Create(new AwsConnection(new Amazon.Runtime.BasicAWSCredentials(aws.Server.AccessKeyId, "wrong"), aws.Server.Url, AwsConnection.GlobalRegion, Retries: 0));

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(clients, Options));

        Assert.Equal("FIN5002", failure.Problems[0].Id);
    }

    private static Task<TagActivation> RunAsync(ReportClients clients, TagActivatorOptions options) =>
        TagActivator.RunAsync(options, clients, TimeProvider.System, CancellationToken.None, CancellationToken.None);
}
