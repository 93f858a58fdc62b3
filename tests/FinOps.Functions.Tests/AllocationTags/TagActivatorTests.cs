using System.Net;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Problems;
using FinOps.Functions.AllocationTags;
using Moq;

namespace FinOps.Functions.Tests.AllocationTags;

public sealed class TagActivatorTests
{
    [Fact]
    public async Task RunAsync_KnownUnknownAndActive_EachKeyIsInOneList()
    {
        var book = new TagBook { TagsPerPage = 2 }.Knowing("Team", "Environment", "team", "aws:createdBy", "unrelated");
        await RunAsync(book, ["Team"]);
        book.Updates.Clear();

        var activation = await RunAsync(book, ["Team", "Environment", "CostCenter", "aws:createdBy", "aws:cloudformation:stack-name", "Team"]);

        Assert.Equal(["Team"], activation.AlreadyActive);
        Assert.Equal(["Environment", "aws:createdBy"], activation.Activated);
        Assert.Equal(["CostCenter", "aws:cloudformation:stack-name"], activation.Pending.Select(key => key.Key));
        Assert.Contains("24 hours after the first resource", activation.Pending[0].Why, StringComparison.Ordinal);
        Assert.Contains("AWS has not generated it", activation.Pending[1].Why, StringComparison.Ordinal);
        Assert.Empty(activation.Refused);
        Assert.Empty(activation.Unfinished);
        Assert.Equal(["Environment", "aws:createdBy"], Assert.Single(book.Updates));
        Assert.Equal(activation.Requests * 0.01m, activation.CostUsd);
        Assert.False(book.IsActive("unrelated"));
    }

    [Fact]
    public async Task RunAsync_OnlyAnotherCasingIsKnown_SaysSo()
    {
        var activation = await RunAsync(new TagBook().Knowing("cost_center"), ["CostCenter"]);

        Assert.Contains("The bill knows 'cost_center'", Assert.Single(activation.Pending).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FortyFiveKeys_AreActivatedTwentyACall()
    {
        string[] keys = [.. Enumerable.Range(0, 45).Select(index => $"key-{index:00}")];
        var book = new TagBook { TagsPerPage = 7 }.Knowing(keys);

        var activation = await RunAsync(book, keys);

        Assert.Equal([20, 20, 5], book.Updates.Select(update => update.Length));
        Assert.Equal(keys, activation.Activated);
    }

    [Fact]
    public async Task RunAsync_ErrorsUnderStatus200_AreNoSuccess()
    {
        var book = new TagBook().Knowing("Team", "Project", "Owner");
        book.Refusals["Project"] = "LimitExceededException";
        book.Refusals["Owner"] = "TagKeysNotFoundException";

        var activation = await RunAsync(book, ["Team", "Project", "Owner"]);

        Assert.Equal(["Team"], activation.Activated);
        Assert.Equal(new RefusedKey("Project", "LimitExceededException", "Project is refused"), Assert.Single(activation.Refused));
        Assert.Equal("Owner", Assert.Single(activation.Pending).Key);
        Assert.True(activation.NeedsHelp);
    }

    [Fact]
    public async Task RunAsync_DryRun_ChangesNothingAndSaysWhatWouldBe()
    {
        var book = new TagBook().Knowing("Team");

        var activation = await RunAsync(book, ["Team", "Project"], backfill: 12, dryRun: true);

        Assert.Equal(["Team"], activation.Activated);
        Assert.Empty(book.Updates);
        Assert.Empty(book.Backfills);
        Assert.Equal(BackfillState.Requested, activation.Backfill.State);
        var text = TagActivationRenderer.Text(activation);
        Assert.Contains("(dry run: nothing was changed)", text, StringComparison.Ordinal);
        Assert.Contains("would activate Team", text, StringComparison.Ordinal);
        Assert.Contains("pending        Project: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Backfill_IsRequestedOnceAndAgainOnlyForALaterActivation()
    {
        var book = new TagBook().Knowing("Team");

        var first = await RunAsync(book, ["Team", "Project"], backfill: 3);
        Assert.Equal((BackfillState.Requested, "2026-08"), (first.Backfill.State, first.Backfill.From));
        Assert.Equal("2026-08-01T00:00:00Z", Assert.Single(book.Backfills).BackfillFrom);

        Assert.Equal(BackfillState.Running, (await RunAsync(book, ["Team", "Project"], backfill: 3)).Backfill.State);

        book.Backfills[0].BackfillStatus = CostAllocationTagBackfillStatus.SUCCEEDED;
        Assert.Equal(BackfillState.NotNeeded, (await RunAsync(book, ["Team", "Project"], backfill: 3)).Backfill.State);

        book.Time.Now = book.Time.Now.AddHours(5);
        book.Knowing("Project");
        var tooSoon = await RunAsync(book, ["Team", "Project"], backfill: 3);
        Assert.Equal(BackfillState.Waiting, tooSoon.Backfill.State);
        Assert.Contains("2026-11-22 09:00 UTC", tooSoon.Backfill.Why, StringComparison.Ordinal);

        book.Time.Now = book.Time.Now.AddHours(24);
        var next = await RunAsync(book, ["Team", "Project"], backfill: 3);
        Assert.Equal(BackfillState.Requested, next.Backfill.State);
        Assert.Empty(next.Activated);
        Assert.Equal(2, book.Backfills.Count);
    }

    [Fact]
    public async Task RunAsync_BackfillFailed_IsRequestedAgain()
    {
        var book = new TagBook().Knowing("Team");
        await RunAsync(book, ["Team"], backfill: 0);
        book.Backfills[0].BackfillStatus = CostAllocationTagBackfillStatus.FAILED;
        book.Time.Now = book.Time.Now.AddHours(25);

        Assert.Equal(BackfillState.Requested, (await RunAsync(book, ["Team"], backfill: 0)).Backfill.State);
        Assert.Equal("2026-11-01T00:00:00Z", book.Backfills[1].BackfillFrom);
    }

    [Fact]
    public async Task RunAsync_NothingActive_NeedsNoBackfill()
    {
        var book = new TagBook();

        Assert.Equal(BackfillState.NotNeeded, (await RunAsync(book, ["Team"], backfill: 12)).Backfill.State);
        book.Mock.Verify(client => client.ListCostAllocationTagBackfillHistoryAsync(It.IsAny<ListCostAllocationTagBackfillHistoryRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Theory]
    [InlineData("BackfillLimitExceededException", BackfillState.Waiting)]
    [InlineData("AccessDeniedException", BackfillState.Refused)]
    public async Task RunAsync_BackfillRefused_KeepsWhatWasActivated(string code, BackfillState state)
    {
        var book = new TagBook().Knowing("Team");
        book.Mock.Setup(client => client.StartCostAllocationTagBackfillAsync(It.IsAny<StartCostAllocationTagBackfillRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(code == "AccessDeniedException"
                ? new AmazonCostExplorerException("no", null, ErrorType.Sender, code, "r", HttpStatusCode.BadRequest)
                : new BackfillLimitExceededException("once a day", null, ErrorType.Sender, code, "r", HttpStatusCode.BadRequest));

        var activation = await RunAsync(book, ["Team"], backfill: 12);

        Assert.Equal(["Team"], activation.Activated);
        Assert.Equal(state, activation.Backfill.State);
        Assert.Equal(state == BackfillState.Refused, activation.NeedsHelp);
    }

    [Fact]
    public async Task RunAsync_DeadlineBetweenTwoCalls_AnswersWithWhatItHas()
    {
        using var deadline = new CancellationTokenSource();
        string[] keys = [.. Enumerable.Range(0, 25).Select(index => $"key-{index:00}")];
        var book = new TagBook { AfterUpdate = deadline.Cancel }.Knowing(keys);

        var activation = await TagActivator.RunAsync(new TagActivatorOptions(keys, 12, DryRun: false), book.Clients, book.Time, deadline.Token, CancellationToken.None);

        Assert.Equal(keys[..20], activation.Activated);
        Assert.Equal(keys[20..], activation.Unfinished);
        Assert.Equal(BackfillState.Unfinished, activation.Backfill.State);
        Assert.Contains("unfinished     key-20", TagActivationRenderer.Text(activation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var book = new TagBook { AfterUpdate = stop.Cancel }.Knowing([.. Enumerable.Range(0, 25).Select(index => $"key-{index:00}")]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TagActivator.RunAsync(new TagActivatorOptions([.. Enumerable.Range(0, 25).Select(index => $"key-{index:00}")], null, DryRun: false), book.Clients, book.Time, CancellationToken.None, stop.Token));
    }

    [Fact]
    public async Task RunAsync_TokenGrewOld_ReadsTheListAnewOnce()
    {
        var book = new TagBook().Knowing("Team");
        var calls = 0;
        book.Mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ListCostAllocationTagsRequest request, CancellationToken _) => ++calls switch
            {
                1 => Task.FromResult(new ListCostAllocationTagsResponse { NextToken = "old" }),
                2 => throw new InvalidNextTokenException("old"),
                _ when request.NextToken is null => Task.FromResult(new ListCostAllocationTagsResponse
                {
                    CostAllocationTags = [new CostAllocationTag { TagKey = "Team", Status = CostAllocationTagStatus.Active }],
                }),
                _ => throw new InvalidOperationException("the old token again"),
            });

        Assert.Equal(["Team"], (await RunAsync(book, ["Team"])).AlreadyActive);
    }

    [Fact]
    public async Task RunAsync_SameTokenForEver_IsAProblem()
    {
        var book = new TagBook();
        book.Mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ListCostAllocationTagsResponse { NextToken = "x" });

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(book, ["Team"]));

        Assert.Equal("FIN5006", failure.Problems[0].Id);
    }

    [Fact]
    public async Task RunAsync_LinkedAccount_IsToldWhereToRun()
    {
        var book = new TagBook();
        book.Mock.Setup(client => client.ListCostAllocationTagsAsync(It.IsAny<ListCostAllocationTagsRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonCostExplorerException("Linked account doesn't have access to cost allocation tags.", null, ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest));

        var problem = (await Assert.ThrowsAsync<ProblemException>(() => RunAsync(book, ["Team"]))).Problems[0];

        Assert.Equal("FIN5002", problem.Id);
        Assert.Contains("management account", problem.Allowed, StringComparison.Ordinal);
    }

    private static Task<TagActivation> RunAsync(TagBook book, string[] keys, int? backfill = null, bool dryRun = false) =>
        TagActivator.RunAsync(new TagActivatorOptions(keys, backfill, dryRun), book.Clients, book.Time, CancellationToken.None, CancellationToken.None);
}
