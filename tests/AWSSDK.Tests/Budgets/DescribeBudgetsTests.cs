using Amazon.Budgets;
using Amazon.Budgets.Model;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.Budgets;

public sealed class DescribeBudgetsTests
{
    [Fact]
    public async Task DescribeBudgets_Answered_ReadsAmountsAndTimes()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """
            {"Budgets":[{"BudgetName":"all","BudgetType":"COST","TimeUnit":"MONTHLY","BudgetLimit":{"Amount":"100.0","Unit":"USD"},
             "CalculatedSpend":{"ActualSpend":{"Amount":"12.5","Unit":"USD"}},"LastUpdatedTime":1767225600}],"NextToken":"n"}
            """));
        using var client = Client(server);

        var response = await client.DescribeBudgetsAsync(new DescribeBudgetsRequest { AccountId = "111111111111" });

        var budget = Assert.Single(response.Budgets!);
        Assert.Equal(BudgetType.COST, budget.BudgetType);
        Assert.Equal("12.5", budget.CalculatedSpend!.ActualSpend!.Amount);
        Assert.Null(budget.CalculatedSpend.ForecastedSpend);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1767225600), budget.LastUpdatedTime);
        Assert.Equal("n", response.NextToken);
        Assert.Contains("/us-east-1/budgets/aws4_request", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribeBudgets_Denied_ThrowsTypedException()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"__type":"AccessDeniedException","Message":"no"}"""));
        using var client = Client(server);

        await Assert.ThrowsAsync<AccessDeniedException>(() => client.DescribeBudgetsAsync(new DescribeBudgetsRequest { AccountId = "111111111111" }));
    }

    private static AmazonBudgetsClient Client(FakeServer server) => new(Clients.Credentials, Clients.For<AmazonBudgetsConfig>(server));
}
