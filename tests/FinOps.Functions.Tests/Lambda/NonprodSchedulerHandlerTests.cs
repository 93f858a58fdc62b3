using System.Text;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Functions.Delivery;
using FinOps.Functions.Lambda;
using FinOps.Functions.Members;
using FinOps.Functions.Tests.Scheduling;

namespace FinOps.Functions.Tests.Lambda;

public sealed class NonprodSchedulerHandlerTests(SchedulerFixture fixture) : IClassFixture<SchedulerFixture>
{
    [Fact]
    public async Task HandleAsync_AsItIsSet_LooksOnlyAndSaysSo()
    {
        var answer = await InvokeAsync("""{"source":"aws.scheduler"}""");

        Assert.False((bool)answer["applied"]!);
        Assert.True((int)answer["stopped"]! > 0);
        Assert.Empty(answer["refused"]!.AsArray());
        Assert.Empty(answer["report"]!.AsArray());
    }

    [Fact]
    public async Task HandleAsync_RunThatIsNoName_IsRefused() =>
        Assert.Equal("run", Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => InvokeAsync("""{"run":"../x"}"""))).Problems).Path);

    private async Task<JsonNode> InvokeAsync(string payload)
    {
        var aws = fixture.Schedulers;
        var handler = new NonprodSchedulerHandler(aws.Connection(), Schedulers.Options(Schedulers.Closed, apply: false), new MemberSettings("OrganizationAccountAccessRole", "any"), new DeliveryOptions(null, null, []), TimeProvider.System);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        return (await JsonNode.ParseAsync(await handler.HandleAsync(input, new TestContext { RemainingTime = TimeSpan.FromMinutes(15) })))!;
    }
}
