using Pulumi.Policy.Tests.Testing;

namespace Pulumi.Policy.Tests.Wire;

/// <summary>D4: a policy that has nothing to say is neither passed nor failed.</summary>
public sealed class NotApplicableTests
{
    [Fact]
    public async Task D4_PolicySaysSo()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy { Name = "p", Description = "d", ValidateResource = args => args.NotApplicable("not today") });

        var answer = await server.AnalyzeAsync(PackServer.Resource());

        Assert.Equal(("p", "not today"), (Assert.Single(answer.NotApplicable).PolicyName, answer.NotApplicable[0].Reason));
        Assert.Empty(answer.Diagnostics);
    }

    [Fact]
    public async Task D4_TypedPolicyMeetsAnotherType()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("p") with { ResourceTypes = ["a:b:C"] });

        var answer = await server.AnalyzeAsync(PackServer.Resource());

        Assert.Equal("Policy only applies to resources of type 'a:b:C'", Assert.Single(answer.NotApplicable).Reason);
        Assert.Empty(answer.Diagnostics);
        Assert.Single((await server.AnalyzeAsync(PackServer.Resource(type: "a:b:C"))).Diagnostics);
    }

    [Fact]
    public async Task D4_AnalyzeMeetsARemediationOnlyPolicy()
    {
        await using var server = await PackServer.StartAsync(Policies.Flipping("p"));

        Assert.Equal("Policy does not implement validateResource", Assert.Single((await server.AnalyzeAsync(PackServer.Resource())).NotApplicable).Reason);
    }

    [Fact]
    public async Task D4_RemediateMeetsAValidationOnlyPolicy()
    {
        await using var server = await PackServer.StartAsync(Policies.Reporting("p", EnforcementLevel.Remediate));

        var answer = await server.RemediateAsync(PackServer.Resource());

        Assert.Equal("Policy does not implement remediateResource", Assert.Single(answer.NotApplicable).Reason);
        Assert.Empty(answer.Remediations);
    }

    [Fact]
    public async Task D4_TypedStackPolicyMeetsAStackWithoutTheType()
    {
        await using var server = await PackServer.StartAsync(Policies.Stack("p", args => args.Report($"{args.Resources.Length}")) with { ResourceTypes = ["a:b:C"] });

        Assert.Single((await server.AnalyzeStackAsync(PackServer.StackResource())).NotApplicable);
        var met = await server.AnalyzeStackAsync(PackServer.StackResource(), PackServer.StackResource("other", "a:b:C"));
        Assert.EndsWith("\n1", Assert.Single(met.Diagnostics).Message, StringComparison.Ordinal);
    }
}
