using FinOps.Core.Compliance.Judging;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Problems;
using FinOps.Core.Waivers;
using FinOps.Functions.Compliance;
using FinOps.Functions.Resources;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Compliance;

public sealed class ComplianceCheckerTests
{
    [Fact]
    public async Task Run_WholeOrganization_JudgesEveryResourceThatAwsTellsOf()
    {
        await using var rig = await ComplianceRig.StartAsync();

        var report = await rig.RunAsync();

        var judge = new LiveJudge(Standards.Own, WaiverList.Empty, Bills.AsOf);
        // What Resource Explorer and the Tagging API tell: all but tagged Auto Scaling groups, which neither lists.
        var expected = rig.Server.Organization.Accounts.SelectMany(account => rig.Server.Organization.ResourcesOf(account))
            .Where(resource => resource.Live.Type != "autoscaling:autoScalingGroup" || resource.Live.Tags.Count == 0)
            .GroupBy(resource => judge.Judge(resource.Live).State).ToDictionary(group => group.Key, group => group.Count());
        var accounts = report.Result.Types.Single(row => row.Key == "organizations:account").Standing;
        var total = report.Result.Total;
        Assert.Equal(expected.GetValueOrDefault(ComplianceState.Compliant), total.Compliant.Resources - accounts.Compliant.Resources);
        Assert.Equal(expected.GetValueOrDefault(ComplianceState.NonCompliant), total.NonCompliant.Resources - accounts.NonCompliant.Resources);
        Assert.Equal((0, 4, 4), (total.UnknownType.Resources, report.AccountsSeen, report.AccountsAsked));
        Assert.Equal(total.NonCompliant.Resources, report.Result.Findings.Count);
        Assert.True(report.Result.Share is > 0 and < 1 && report.Result.SpendShare is > 0 and < 1);
        // Every account of the organization has an owner by its tag.
        Assert.DoesNotContain(report.Result.Accounts, row => row.Label == row.Key);
    }

    [Fact]
    public async Task Run_BillByResource_PutsDollarsOnSingleResourcesAndSaysWhichShareOfTheBill()
    {
        await using var rig = await ComplianceRig.StartAsync();
        var exact = (await rig.RunAsync()).Result;
        rig.Options = rig.Options with { ServicesByResource = 0 };

        var even = (await rig.RunAsync()).Result;

        Assert.True(exact.Spend!.Exact.Amount > 0 && even.Spend!.Exact.IsZero);
        Assert.Equal(exact.Spend.Usage, even.Spend!.Usage);
        Assert.True(exact.Spend.OnResources <= exact.Spend.Usage && even.Spend.OnResources <= even.Spend.Usage);
        Assert.Equal(exact.Total.NonCompliant.Resources, even.Total.NonCompliant.Resources);
        Assert.Contains("by account and service", even.Spend.Source, StringComparison.Ordinal);
        foreach (var table in new[] { exact.Accounts, exact.Teams, exact.Types, exact.Regions })
            Assert.Equal(exact.Total, table.Aggregate(Standing.Empty("USD"), (sum, row) => sum + row.Standing));
    }

    [Fact]
    public async Task Run_NativeVerdict_StandsBesideOurs()
    {
        await using var rig = await ComplianceRig.StartAsync();

        var report = await rig.RunAsync();

        // No tag policy is attached here, so AWS finds nothing, and the report says which of ours it could see.
        Assert.Equal(0, report.Native!.NonCompliant);
        Assert.Equal(report.Result.Total.NonCompliant.Resources, report.Result.Native.Sum(row => row.Resources.Resources));
        Assert.Contains(report.Result.Native, row => row.Sight == NativeSight.NeverTagged);
    }

    [Fact]
    public async Task Run_EarlierRuns_AreReadBackAndTheRunItselfIsNotOne()
    {
        await using var rig = await ComplianceRig.StartAsync();
        var first = await rig.RunAsync();
        Assert.Empty(first.Earlier!);
        Assert.True(await ComplianceChecker.KeepAsync(first, ComplianceRig.Bucket, rig.Clients, CancellationToken.None));
        Assert.False(await ComplianceChecker.KeepAsync(first, ComplianceRig.Bucket, rig.Clients, CancellationToken.None));
        await rig.Clients.Storage.PutObjectAsync(new() { BucketName = ComplianceRig.Bucket, Key = "reports/compliance-checker/trend/2026-11-20-broken.json", ContentBody = "{}", UseChunkEncoding = false });

        var again = await rig.RunAsync();
        rig.Options = rig.Options with { RunId = "two" };
        rig.Time.Now = rig.Time.Now.AddHours(1);
        var second = await rig.RunAsync();

        Assert.Empty(again.Earlier!);
        var before = Assert.Single(second.Earlier!);
        Assert.Equal(("one", first.Result.Share, first.Result.Total.NonCompliant.Resources), (before.RunId, before.Share, before.NonCompliant));
        Assert.Equal(first.Kept.Teams, before.Teams);
        Assert.Contains(second.NotSeen, spot => spot.What.EndsWith("2026-11-20-broken.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OneAccountDenied_CountsTheOthersAndSaysSo()
    {
        await using var rig = await ComplianceRig.StartAsync(organization => [new Fault { Service = "tagging", Account = organization.Accounts[2].Id, Error = "AccessDeniedException" }]);
        rig.Options = rig.Options with { Scan = rig.Options.Scan with { Explorer = null } };

        var report = await rig.RunAsync();

        Assert.Equal((3, 4), (report.AccountsSeen, report.AccountsAsked));
        Assert.Contains(report.NotSeen, spot => spot.What.Contains(rig.Server.Organization.Accounts[2].Id, StringComparison.Ordinal));
        Assert.DoesNotContain(report.Result.Accounts, row => row.Key == rig.Server.Organization.Accounts[2].Id && row.Standing.Total.Resources > 1);
    }

    [Fact]
    public async Task Run_EveryAccountDenied_Fails()
    {
        await using var rig = await ComplianceRig.StartAsync(_ => [new Fault { Service = "tagging", Error = "AccessDeniedException" }]);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => rig.RunAsync());

        Assert.Equal(ResourceScanner.NothingRead, failure.Problems[0].Id);
    }

    [Fact]
    public async Task Run_BillDenied_GoesByCountsAlone()
    {
        await using var rig = await ComplianceRig.StartAsync(_ => [new Fault { Service = "ce", Error = "AccessDeniedException" }]);

        var report = await rig.RunAsync();

        Assert.Null(report.Result.Spend);
        Assert.Null(report.Result.SpendShare);
        Assert.NotNull(report.Result.Share);
        Assert.Contains(report.NotSeen, spot => spot.What == "what the resources cost");
    }

    [Theory]
    [InlineData("ce", "GetCostAndUsageWithResources", "DataUnavailableException", "what single resources of ")]
    [InlineData("tagging", "GetComplianceSummary", "ConstraintViolationException", "AWS's own compliance summary")]
    [InlineData("s3", "ListObjectsV2", "AccessDenied", "earlier runs")]
    public async Task Run_OnePartRefused_IsToldAndTheRestStands(string service, string operation, string error, string what)
    {
        await using var rig = await ComplianceRig.StartAsync(_ => [new Fault { Service = service, Operation = operation, Error = error }]);

        var report = await rig.RunAsync();

        Assert.Contains(report.NotSeen, spot => spot.What.StartsWith(what, StringComparison.Ordinal));
        Assert.NotNull(report.Result.SpendShare);
    }

    [Fact]
    public async Task Run_WhatPassesByItself_ChangesNothing()
    {
        await using var calm = await ComplianceRig.StartAsync();
        await using var rough = await ComplianceRig.StartAsync(_ =>
        [
            new Fault { Service = "ec2", Times = 3, Error = "RequestLimitExceeded", Status = 503 },
            new Fault { Service = "resource-explorer-2", Times = 2, Error = "ThrottlingException", Status = 429 },
        ]);

        var (expected, found) = ((await calm.RunAsync()).Result, (await rough.RunAsync()).Result);

        Assert.Equal(expected.Total, found.Total);
        Assert.Equal(expected.Findings.Select(row => row.Arn), found.Findings.Select(row => row.Arn));
    }
}
