using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Rules of EventBridge and their targets.</summary>
public sealed class EventResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task RuleWithTarget_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var rule = new ProviderDriver(provider, "aws:cloudwatch/eventRule:EventRule", "budgets");
        var outputs = await rule.CreateAsync(("name", "budgets"), ("eventPattern", """{"source":["aws.budgets"]}"""), ("tags", PropertyMap.Of(("Team", "a"))));
        await rule.Forgetting().CreateAsync(("name", "budgets"), ("eventPattern", """{"source":["aws.budgets"]}"""));
        await rule.UpdateAsync(("name", "budgets"), ("eventPattern", """{"source":["aws.ce"]}"""), ("tags", PropertyMap.Of(("Team", "b"))));
        var target = new ProviderDriver(provider, "aws:cloudwatch/eventTarget:EventTarget", "topic");
        await target.CreateAsync(
            ("rule", "budgets"),
            ("targetId", "topic"),
            ("arn", "arn:aws:sns:us-east-1:111111111111:changes"),
            ("inputTransformer", PropertyMap.Of(("inputPaths", PropertyMap.Of(("who", "$.detail.userIdentity.arn"))), ("inputTemplate", "\"<who>\""))));

        Assert.Equal($"arn:aws:events:us-east-1:{aws.AccountId}:rule/budgets", outputs.Text("arn"));
        Assert.Equal("""{"source":["aws.ce"]}""", (await rule.ReadAsync())!.Outputs.Text("eventPattern"));
        Assert.Equal("arn:aws:sns:us-east-1:111111111111:changes", (await target.ReadAsync())!.Outputs.Text("arn"));
        await target.DeleteAsync();
        await target.DeleteAsync();
        await rule.DeleteAsync();
        await rule.DeleteAsync();
        Assert.Null(await target.ReadAsync());
        Assert.Null(await rule.ReadAsync());
    }
}
