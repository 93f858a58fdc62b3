using Amazon.Budgets;
using Amazon.Budgets.Model;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.Budgets;

public sealed class BudgetActionTests
{
    [Fact]
    public async Task DescribeBudgetActionsForBudget_Answered_ReadsWhatWouldBeDone()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """
            {"Actions":[{"ActionId":"a-1","BudgetName":"all","Status":"PENDING","ApprovalModel":"MANUAL","ActionType":"APPLY_SCP_POLICY",
             "ActionThreshold":{"ActionThresholdValue":90.5,"ActionThresholdType":"PERCENTAGE"},
             "Definition":{"ScpActionDefinition":{"PolicyId":"p-12345678","TargetIds":["ou-1"]}}}]}
            """));
        using var client = Client(server);

        var response = await client.DescribeBudgetActionsForBudgetAsync(new DescribeBudgetActionsForBudgetRequest { AccountId = "111111111111", BudgetName = "all" });

        var action = Assert.Single(response.Actions!);
        Assert.Equal(ActionStatus.PENDING, action.Status);
        Assert.Equal(90.5, action.ActionThreshold!.ActionThresholdValue);
        Assert.Equal(["ou-1"], action.Definition!.ScpActionDefinition!.TargetIds!);
    }

    [Fact]
    public async Task ExecuteBudgetAction_InTheWrongState_ThrowsTypedException()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"__type":"ResourceLockedException","Message":"no"}"""));
        using var client = Client(server);

        await Assert.ThrowsAsync<ResourceLockedException>(() => client.ExecuteBudgetActionAsync(
            new ExecuteBudgetActionRequest { AccountId = "111111111111", BudgetName = "all", ActionId = "a-1", ExecutionType = ExecutionType.APPROVE_BUDGET_ACTION }));

        Assert.Equal("""{"AccountId":"111111111111","BudgetName":"all","ActionId":"a-1","ExecutionType":"APPROVE_BUDGET_ACTION"}""", server.Requests[0].Body);
    }

    private static AmazonBudgetsClient Client(FakeServer server) => new(Clients.Credentials, Clients.For<AmazonBudgetsConfig>(server));
}
