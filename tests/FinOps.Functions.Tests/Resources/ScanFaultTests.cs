using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;
using FinOps.Functions.Resources;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Resources;

/// <summary>A bad day of AWS: nothing is lost, nothing counts twice, and nothing is silently zero.</summary>
public sealed class ScanFaultTests
{
    private const string Tagging = "tagging";

    [Theory]
    [InlineData(Tagging, "ThrottledException", 400)]
    [InlineData(Tagging, "InternalServiceException", 500)]
    [InlineData(Tagging, "ServiceUnavailable", 503)]
    [InlineData("ec2", "RequestLimitExceeded", 503)]
    [InlineData("resource-explorer-2", "ThrottlingException", 429)]
    [InlineData(Tagging, null, 0)]
    public async Task Run_WhatPassesByItself_IsAskedAgain(string service, string? error, int status)
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2, faults: _ => [new Fault { Service = service, Times = 3, Error = error, Status = error is null ? null : status, Drop = error is null }]);

        var outcome = await rig.RunAsync();

        Assert.Equal(rig.Expected(), rig.Arns());
        Assert.Empty(outcome.NotSeen);
        // A connection that ends without an answer is partly made up for by the HTTP client itself.
        Assert.True(error is null || outcome.Retries >= 3);
    }

    [Fact]
    public async Task Run_OneAccountDenied_NamesItAndReadsTheOthers()
    {
        await using var rig = await ScanRig.StartAsync(faults: organization => [new Fault { Service = Tagging, Account = organization.Accounts[2].Id, Error = "AccessDeniedException" }]);
        rig.Options = rig.Options with { Explorer = null };
        var denied = rig.Organization.Accounts[2];

        var outcome = await rig.RunAsync();

        Assert.Equal(rig.Expected(resource => ScanRig.IsListed(resource) && resource.Live.AccountId != denied.Id), rig.Arns());
        Assert.Equal(17, outcome.NotRead.Count);
        Assert.All(outcome.NotRead, place => Assert.Equal((denied.Id, UnreadReason.Denied), (place.AccountId, place.Reason)));
        Assert.Equal($"resources of the account {denied.Name} ({denied.Id})", outcome.NotSeen[0].What);
        Assert.Contains("AccessDeniedException", outcome.NotSeen[0].Why, StringComparison.Ordinal);
        // Refused for good: asking again would be noise.
        Assert.Equal(0, outcome.Retries);
    }

    [Fact]
    public async Task Run_RoleOfTheMembersMissing_ReadsTheOwnAccountAndNamesTheOthers()
    {
        await using var rig = await ScanRig.StartAsync(roleName: "no-such-role");

        var outcome = await rig.RunAsync();

        Assert.Equal(3, outcome.NotRead.Count);
        Assert.All(outcome.NotRead, place => Assert.Equal(((string?)null, UnreadReason.RoleRefused), (place.Region, place.Reason)));
        Assert.StartsWith("resources of 3 accounts: ", Assert.Single(outcome.NotSeen).What, StringComparison.Ordinal);
        Assert.Equal(17, outcome.Read.Count);
    }

    [Fact]
    public async Task Run_RegionNotOptedInto_IsToldNotTakenForEmpty()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 3);
        rig.Options = rig.Options with { Regions = ["us-east-1", "me-south-1"] };

        var outcome = await rig.RunAsync();

        Assert.Equal(["me-south-1"], outcome.NotRead.Select(place => place.Region!).Distinct());
        Assert.All(outcome.NotRead, place => Assert.Equal(UnreadReason.RegionNotEnabled, place.Reason));
        Assert.StartsWith("resources of region me-south-1 in 3 accounts: ", Assert.Single(outcome.NotSeen).What, StringComparison.Ordinal);
        Assert.Equal(3, outcome.Read.Count);
    }

    [Fact]
    public async Task Run_PageTokenExpires_BeginsThePlaceAgainAndCountsNothingTwice()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 1, freeResources: 1_000, faults: organization => [new Fault { Operation = "GetResources", Region = Home(organization), From = 4, Times = 1, Error = "PaginationTokenExpiredException" }]);
        rig.Options = rig.Options with { Explorer = null, Concurrency = 1 };

        var outcome = await rig.RunAsync();

        Assert.Equal(rig.Expected(ScanRig.IsListed), rig.Arns());
        Assert.Empty(outcome.NotRead);
        var again = outcome.Read.Single(place => place.Resources > 500);
        Assert.True(again.Pages > (again.Resources + 99) / 100);
    }

    [Fact]
    public async Task Run_PageTokenExpiresAlways_TellsWhatWasReadBefore()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 1, freeResources: 1_000, faults: _ => [new Fault { Operation = "GetResources", From = 2, Error = "PaginationTokenExpiredException" }]);
        rig.Options = rig.Options with { Explorer = null, Regions = [Home(rig.Organization)] };

        // One page of the only place: that is something, but not the place.
        var failure = await Assert.ThrowsAsync<ProblemException>(() => rig.RunAsync());

        Assert.Contains("beyond 100 that were read before", Assert.Single(failure.Problems).Found, StringComparison.Ordinal);
        Assert.Equal(100, rig.Found.Count);
        Assert.Equal(1 + 1 + rig.Options.Restarts, rig.Calls("GetResources"));
    }

    [Fact]
    public async Task Run_KeysOfASessionEnd_AreGotAgain()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2, faults: organization => [new Fault { Service = Tagging, Account = organization.Accounts[1].Id, From = 3, Times = 1, Error = "ExpiredTokenException" }]);

        var outcome = await rig.RunAsync();

        Assert.Equal(rig.Expected(), rig.Arns());
        Assert.Equal((0, 1), (outcome.NotRead.Count, outcome.Retries));
        Assert.Equal(2, rig.Calls("AssumeRole"));
    }

    [Fact]
    public async Task Run_OnePlaceThrottledForGood_IsToldAfterABoundedNumberOfAttempts()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2, faults: organization => [new Fault { Service = Tagging, Region = "eu-west-3", Account = organization.Accounts[1].Id, Error = "ThrottledException" }]);

        var outcome = await rig.RunAsync();

        var place = Assert.Single(outcome.NotRead);
        Assert.Equal(("eu-west-3", UnreadReason.Throttled), (place.Region, place.Reason));
        Assert.Equal(rig.Options.Attempts - 1, outcome.Retries);
        Assert.StartsWith($"resources of region eu-west-3 in the account {rig.Organization.Accounts[1].Name} ", Assert.Single(outcome.NotSeen).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TheTimeEnds_AnswersWithWhatItHas()
    {
        await using var rig = await ScanRig.StartAsync();
        using var deadline = new CancellationTokenSource();
        rig.Options = rig.Options with { Concurrency = 1 };
        rig.OnResource = () =>
        {
            if (rig.Found.Count == 20)
                deadline.Cancel();
        };

        var outcome = await rig.RunAsync(deadline.Token);

        Assert.True(outcome.Read.Count > 0 && outcome.NotRead.Count > 0);
        Assert.Equal(4 * 17, outcome.Read.Count + outcome.NotRead.Count);
        Assert.All(outcome.NotRead, place => Assert.Equal(UnreadReason.OutOfTime, place.Reason));
        Assert.Equal(rig.Found.Count, outcome.Resources);
        Assert.Equal(2, outcome.NotSeen.Count);
        Assert.Contains(outcome.NotSeen, spot => spot.What.StartsWith("resources that were never tagged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NothingAnswers_Fails()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2, faults: _ => [new Fault { Service = Tagging, Error = "AccessDeniedException" }]);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => rig.RunAsync());

        Assert.Equal(ResourceScanner.NothingRead, Assert.Single(failure.Problems).Id);
        Assert.Contains("2 accounts", failure.Problems[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ResourceExplorerDenied_IsTold()
    {
        await using var rig = await ScanRig.StartAsync(accounts: 2, faults: _ => [new Fault { Service = "resource-explorer-2", Error = "AccessDeniedException" }]);

        var outcome = await rig.RunAsync();

        Assert.Contains("may not search", Assert.Single(outcome.NotSeen).Why, StringComparison.Ordinal);
        Assert.Equal(rig.Expected(ScanRig.IsListed), rig.Arns());
    }

    /// <summary>Where the first account has most.</summary>
    private static string Home(SyntheticOrganization organization) =>
        organization.ResourcesOf(organization.Accounts[0]).GroupBy(resource => resource.ListedIn).MaxBy(region => region.Count())!.Key;
}
