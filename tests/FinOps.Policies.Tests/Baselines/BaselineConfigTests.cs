using FinOps.Core.Baselines;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Baselines;

/// <summary>A baseline that the configuration names.</summary>
public sealed class BaselineConfigTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Today = "2026-05-01";

    private static readonly PropertyMap Teamless = PropertyMap.Of(("Project", "checkout-api"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com"));

    [Fact]
    public async Task Config_OtherBaseline_IsRead()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "other-baseline.json");
        await File.WriteAllTextAsync(path, new Baseline(path, [new("TAG001", $"urn:pulumi:dev::shop::{Bucket}::res", "missing Team", new DateOnly(2026, 3, 1))]).ToJson());
        await using var pack = await PackClient.StartAsync(Today);
        await pack.ConfigureStackAsync();
        await pack.ConfigureAsync(("BSL001-baseline-entry-stale", EnforcementLevel.Advisory, PropertyMap.Of(("file", path))));

        Assert.Equal(EnforcementLevel.Advisory, Assert.Single(await pack.FindingsAsync("TAG001", PackClient.Request(Bucket, PropertyMap.Of(("tags", Teamless))))).EnforcementLevel);
    }

    [Fact]
    public async Task Config_ManyMistakes_AreRefusedTogether()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "bad-baseline.json");
        await File.WriteAllTextAsync(path, """{"version":1,"entries":[{"rule":"TAG01","urn":"urn:pulumi:a::b::c::d","finding":"x","since":"2026-01-01"},{"rule":"WVR001","urn":"logs","finding":"x","since":"2026-01-01"}]}""");
        await using var pack = await PackClient.StartAsync(Today);

        var refused = await Assert.ThrowsAsync<RpcException>(() => pack.ConfigureAsync(
            ("BSL001-baseline-entry-stale", EnforcementLevel.Advisory, PropertyMap.Of(("file", path))),
            ("TAG001-required-tag-missing", EnforcementLevel.Advisory, PropertyMap.Of(("promote", "2027-02-30"), ("standard", Path.Combine(AppContext.BaseDirectory, "no-such-standard.yaml")))),
            ("COST004-bucket-without-lifecycle", EnforcementLevel.Advisory, PropertyMap.Of(("promote", "03/01/2027"))),
            ("COST04", EnforcementLevel.Mandatory, PropertyMap.Empty),
            ("tag002", EnforcementLevel.Mandatory, PropertyMap.Empty),
            ("COST003-log-group-with-retention", EnforcementLevel.Mandatory, PropertyMap.Empty)));

        Assert.All(
            [
                "FIN6002", "FIN2020", "rule 'TAG01'", "Did you mean 'TAG001'?", "rule 'WVR001'", "entries[1].urn", "found '2027-02-30'", "FIN2009", "no such file", "found '03/01/2027'",
                "'COST04', which is no policy", "Did you mean 'TAG002-value-not-allowed'?", "Did you mean 'COST003-log-group-without-retention'?",
            ],
            part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RpcException>(() => pack.AnalyzeAsync(PackClient.Request(Bucket, PropertyMap.Of(("tags", Teamless)))));
    }

    [Fact]
    public async Task Config_BaselineThatIsNotThere_IsRefused()
    {
        await using var pack = await PackClient.StartAsync(Today);

        var refused = await Assert.ThrowsAsync<RpcException>(() => pack.ConfigureAsync(
            ("BSL001-baseline-entry-stale", EnforcementLevel.Advisory, PropertyMap.Of(("file", Path.Combine(AppContext.BaseDirectory, "nowhere.json"))))));

        Assert.Contains("FIN2009", refused.Message, StringComparison.Ordinal);
    }
}
