using System.Text;
using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Lambda;
using FinOps.Functions.Tests.AllocationTags;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Lambda;

public sealed class TagActivatorHandlerTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("""{"detail-type":"Scheduled Event"}""", true)]
    [InlineData("""{"dryRun":true}""", false)]
    public async Task HandleAsync_Event_AnswersTheResultAsJson(string payload, bool changes)
    {
        var book = new TagBook().Knowing("Team");
        var handler = new TagActivatorHandler(book.Clients, new TagActivatorOptions(["Team", "Project"], 12, DryRun: false), book.Time);

        await using var answer = await handler.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new TestContext());

        using var json = await JsonDocument.ParseAsync(answer);
        Assert.Equal("Team", json.RootElement.GetProperty("activated")[0].GetString());
        Assert.Equal("Project", json.RootElement.GetProperty("pending")[0].GetProperty("key").GetString());
        Assert.Equal("Requested", json.RootElement.GetProperty("backfill").GetProperty("state").GetString());
        Assert.Equal(changes, book.IsActive("Team"));
        Assert.Equal(changes, book.Backfills.Count == 1);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("""{"dryRun":"maybe"}""")]
    public async Task HandleAsync_EventOfAnotherShape_IsAProblem(string payload)
    {
        var handler = new TagActivatorHandler(new TagBook().Clients, new TagActivatorOptions(["Team"], null, DryRun: false), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => handler.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(payload)), new TestContext()));

        Assert.Equal("FIN5003", Assert.Single(failure.Problems).Id);
    }

    [Fact]
    public async Task HandleAsync_DeadlinePassedAtOnce_Fails() => await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
        new TagActivatorHandler(new TagBook().Clients, new TagActivatorOptions(["Team"], null, DryRun: false), TimeProvider.System)
            .HandleAsync(new MemoryStream(), new TestContext { RemainingTime = TimeSpan.Zero }));

    [Fact]
    public void FromEnvironment_StandardAndVariables_MakeTheOptions()
    {
        var variables = new Dictionary<string, string?> { ["FINOPS_FURTHER_TAG_KEYS"] = "aws:createdBy, accountTag/Team", ["FINOPS_BACKFILL_MONTHS"] = "6" };

        var options = TagActivatorSettings.FromEnvironment(Standards.Own, variables.GetValueOrDefault);

        Assert.Equal(["Project", "Team", "Environment", "CostCenter", "aws:createdBy", "accountTag/Team"], options.Keys);
        Assert.Equal(6, options.BackfillMonths);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("-1")]
    [InlineData("all")]
    public void FromEnvironment_NoKeysAndABadNumber_TellsBoth(string months)
    {
        var standard = TagStandard.Parse("version: 1\nkeys:\n  Team: { required: true }\n", "standard.yaml");
        var variables = new Dictionary<string, string?> { ["FINOPS_BACKFILL_MONTHS"] = months };

        var failure = Assert.Throws<ProblemException>(() => TagActivatorSettings.FromEnvironment(standard, variables.GetValueOrDefault));

        Assert.Equal(["FIN5003", "FIN5020"], failure.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void Select_TagActivator_IsKnown() => Assert.NotNull(FunctionHost.Select("tag-activator"));
}
