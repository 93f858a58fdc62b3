using Amazon.CostOptimizationHub;
using Amazon.CostOptimizationHub.Model;
using Amazon.Runtime;
using Amazon.TrustedAdvisor;
using FinOps.Core.Optimization;
using FinOps.Core.Problems;
using FinOps.Functions.Optimization;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;
using Moq;
using ListChecksRequest = Amazon.TrustedAdvisor.Model.ListChecksRequest;
using ListChecksResponse = Amazon.TrustedAdvisor.Model.ListChecksResponse;

namespace FinOps.Functions.Tests.Optimization;

/// <summary>AWS on a bad day: nothing is lost, nothing is silently zero.</summary>
public sealed class OptimizationFaultTests(EnrolledAws clean) : IClassFixture<EnrolledAws>
{
    [Fact]
    public async Task ThrottlesAndServerErrors_AreRetried_AndLoseNothing()
    {
        await using var aws = await FaultyAsync(
            new Fault { Service = "cost-optimization-hub", Operation = "ListRecommendations", Times = 1, Error = "ThrottlingException" },
            new Fault { Service = "compute-optimizer", Operation = "GetIdleRecommendations", Times = 2, Error = "InternalServerException", Status = 500 },
            new Fault { Service = "ce", Operation = "GetRightsizingRecommendation", Times = 1, Error = "LimitExceededException" });

        var report = await aws.Aws.RunAsync(retries: 3);

        Assert.Equal((await clean.RunAsync()).Analysis.UsageTotal, report.Analysis.UsageTotal);
        Assert.Single(report.NotSeen);
    }

    [Fact]
    public async Task SourcesDeniedOneByOne_AreEachNamed_AndTheOthersStillCount()
    {
        await using var aws = await FaultyAsync(
            new Fault { Service = "cost-optimization-hub", Operation = "List*", Error = "AccessDeniedException" },
            new Fault { Service = "compute-optimizer", Region = "eu-west-1", Operation = "Get*Recommendations", Error = "AccessDeniedException", Status = 403 },
            new Fault { Service = "ce", Operation = "GetSavingsPlans*", Error = "AccessDeniedException" },
            new Fault { Service = "organizations", Operation = "ListTagsForResource", Error = "AccessDeniedException" },
            new Fault { Service = "trustedadvisor", Error = "AccessDeniedException", Status = 403 },
            new Fault { Service = "support", Error = "SubscriptionRequiredException" });

        var report = await aws.Aws.RunAsync();

        Assert.NotEmpty(report.Analysis.Usage);
        Assert.Null(report.Analysis.UsageComparison);
        string[] missing = ["Cost Optimization Hub's recommendations", "in eu-west-1", "what GetSavingsPlansUtilization tells", "what GetSavingsPlansCoverage tells", "tags of", "Trusted Advisor's cost checks"];
        Assert.All(missing, what => Assert.Contains(report.NotSeen, spot => spot.What.Contains(what, StringComparison.Ordinal)));
        Assert.All(report.NotSeen, spot => Assert.NotEmpty(spot.NextStep));
        Assert.Contains("SubscriptionRequiredException", report.NotSeen.Single(spot => spot.What == "Trusted Advisor's cost checks").Why, StringComparison.Ordinal);
        Assert.Equal([AdviceSource.CostExplorer], report.Sources.Where(source => source.IsComplete).Select(source => source.Source));
    }

    [Fact]
    public async Task NewerAdvisorApiRefuses_TheOlderOneIsRead()
    {
        await using var aws = await FaultyAsync(new Fault { Service = "trustedadvisor", Error = "AccessDeniedException", Status = 403 });

        var advisor = (await aws.Aws.RunAsync()).Sources.Single(source => source.Source == AdviceSource.TrustedAdvisor);

        Assert.Equal(("read by the older API", true), (advisor.State, advisor.IsComplete));
    }

    [Fact]
    public async Task EnterprisePlan_AdvisorTellsOfTheWholeOrganization_AndMergesWithTheRest()
    {
        await using var aws = new Running(await EnrolledAws.WithAsync(SupportPlan.Enterprise));

        var report = await aws.Aws.RunAsync();

        Assert.Empty(report.NotSeen);
        Assert.Equal((await clean.RunAsync()).Analysis.UsageTotal, report.Analysis.UsageTotal);
        Assert.Contains(report.Analysis.Usage, each => each.Best.Sources.Contains(AdviceSource.TrustedAdvisor) && each.Best.Sources.Contains(AdviceSource.CostOptimizationHub));
    }

    [Fact]
    public async Task NothingAnswered_Fails()
    {
        await using var aws = await FaultyAsync([.. ((string[])["List*", "Get*", "Describe*"]).Select(operation => new Fault { Operation = operation, Error = "AccessDeniedException" })]);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => aws.Aws.RunAsync());

        Assert.Equal("FIN5002", Assert.Single(failure.Problems).Id);
    }

    [Fact]
    public async Task TokenExpiresMidPage_WhatWasReadStays_AndTheRestIsTold()
    {
        var hub = new Mock<IAmazonCostOptimizationHub>();
        hub.Setup(client => client.ListEnrollmentStatusesAsync(It.IsAny<ListEnrollmentStatusesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ListEnrollmentStatusesResponse { Items = [new AccountEnrollmentStatus { Status = EnrollmentStatus.Active }] });
        hub.Setup(client => client.ListRecommendationsAsync(It.IsAny<ListRecommendationsRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ListRecommendationsRequest request, CancellationToken _) => request.NextToken switch
            {
                null => Task.FromResult(new ListRecommendationsResponse { Items = [Item("i-1", 40)], NextToken = "empty" }),
                "empty" => Task.FromResult(new ListRecommendationsResponse { NextToken = "more" }),
                "more" => Task.FromResult(new ListRecommendationsResponse { Items = [Item("i-2", 2)], NextToken = "late" }),
                _ => throw new AmazonCostOptimizationHubException("expired", null, ErrorType.Sender, "ExpiredTokenException", "r", System.Net.HttpStatusCode.Forbidden),
            });
        using var clients = new OptimizationClients(clean.Connection()) { Hub = hub.Object };

        var report = await OptimizationInsights.RunAsync(EnrolledAws.Options, clients, TimeProvider.System, default, default);

        Assert.Contains(report.Analysis.Usage, each => each.Resource.Id == "i-1");
        Assert.Contains(report.Analysis.Usage, each => each.Resource.Id == "i-2");
        var spot = report.NotSeen.Single(each => each.What == "all of Cost Optimization Hub's recommendations");
        Assert.Contains("ExpiredTokenException", spot.Why, StringComparison.Ordinal);
        Assert.Contains("after 2 were read", spot.Why, StringComparison.Ordinal);
        Assert.False(report.Sources[0].IsComplete);
    }

    [Fact]
    public async Task DeadlineNear_ReportsWhatWasHeard_AndSaysThatTimeWasOver()
    {
        using var asking = new CancellationTokenSource();
        var advisor = new Mock<IAmazonTrustedAdvisor>();
        advisor.Setup(client => client.ListChecksAsync(It.IsAny<ListChecksRequest>(), It.IsAny<CancellationToken>()))
            .Returns(async (ListChecksRequest _, CancellationToken token) =>
            {
                // It never answers; the others' time ends only when they have been heard.
                await Task.Delay(Timeout.Infinite, token);
                return new ListChecksResponse();
            });
        using var real = new OptimizationClients(clean.Connection());
        var hub = new Mock<IAmazonCostOptimizationHub>();
        hub.Setup(client => client.ListEnrollmentStatusesAsync(It.IsAny<ListEnrollmentStatusesRequest>(), It.IsAny<CancellationToken>())).Returns((ListEnrollmentStatusesRequest request, CancellationToken token) => real.Hub.ListEnrollmentStatusesAsync(request, token));
        hub.Setup(client => client.ListRecommendationsAsync(It.IsAny<ListRecommendationsRequest>(), It.IsAny<CancellationToken>())).Returns((ListRecommendationsRequest request, CancellationToken token) => real.Hub.ListRecommendationsAsync(request, token));
        hub.Setup(client => client.ListRecommendationSummariesAsync(It.IsAny<ListRecommendationSummariesRequest>(), It.IsAny<CancellationToken>())).Returns((ListRecommendationSummariesRequest request, CancellationToken token) =>
        {
            asking.Cancel();
            return Task.FromCanceled<ListRecommendationSummariesResponse>(asking.Token);
        });
        using var clients = new OptimizationClients(clean.Connection()) { Hub = hub.Object, Advisor = advisor.Object };

        var report = await OptimizationInsights.RunAsync(EnrolledAws.Options, clients, TimeProvider.System, asking.Token, default);

        Assert.NotEmpty(report.Analysis.Usage);
        Assert.Contains(report.NotSeen, spot => spot is { What: "Trusted Advisor's cost checks", Why: "the time for asking was over" });
        Assert.Contains(report.NotSeen, spot => spot is { What: "AWS's own de-duplicated totals", Why: "the time for asking was over" });
    }

    private static Recommendation Item(string id, double saving) => new()
    {
        RecommendationId = id, AccountId = "111122223333", Region = "eu-west-1", ResourceId = id, CurrentResourceType = "Ec2Instance", ActionType = "Stop",
        EstimatedMonthlySavings = saving, CurrencyCode = "USD", ImplementationEffort = "Low", RestartNeeded = true, RollbackPossible = true,
    };

    private static async Task<Running> FaultyAsync(params IReadOnlyList<Fault> faults) => new(await EnrolledAws.WithAsync(SupportPlan.Business, faults));

    private sealed record Running(EnrolledAws Aws) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Aws.DisposeAsync();
    }
}
