using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Wire;

/// <summary>D6 and D7: a value that is not known yet is an advisory; any other exception is an error, and the server lives on.</summary>
public sealed class UnknownTests
{
    public static TheoryData<UnknownKind, string> Kinds => new()
    {
        { UnknownKind.Any, "string" }, { UnknownKind.Bool, "boolean" }, { UnknownKind.Number, "number" }, { UnknownKind.Array, "Array" },
        { UnknownKind.Asset, "asset" }, { UnknownKind.Archive, "archive" }, { UnknownKind.Object, "Object" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task D6_UnknownValue_IsAnAdvisoryOfThatPolicyAlone(UnknownKind kind, string name)
    {
        await using var server = await PackServer.StartAsync(
            Policies.Reporting("before", EnforcementLevel.Mandatory),
            new ResourceValidationPolicy
            {
                Name = "reads", Description = "d", EnforcementLevel = EnforcementLevel.Mandatory,
                ValidateResource = args =>
                {
                    args.Report("earlier");
                    _ = args.Resource.Properties["value"].AsString();
                    args.Report("never");
                },
            },
            Policies.Reporting("after"));

        var answer = await server.AnalyzeAsync(PackServer.Resource("res", "t", ("value", new UnknownValue(kind))));

        Assert.Equal(
            [("before", Level.Mandatory), ("reads", Level.Mandatory), ("reads", Level.Advisory), ("after", Level.Advisory)],
            answer.Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel)));
        Assert.Equal($"can't run policy 'reads' from policy pack 'pack@v1.2.3' during preview: {name} value at .value can't be known during preview", answer.Diagnostics[2].Message);
    }

    [Fact]
    public async Task D6_NestedUnknown_NamesItsPath()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy
        {
            Name = "p", Description = "d", ValidateResource = args => args.Report(args.Resource.Properties["rules"][1]["id"].AsString() ?? "none"),
        });
        PropertyValue rules = PropertyValue.Of([PropertyMap.Empty, PropertyMap.Of(("id", PropertyValue.Unknown))]);

        Assert.EndsWith("string value at .rules[1].id can't be known during preview",
            Assert.Single((await server.AnalyzeAsync(PackServer.Resource("r", "t", ("rules", rules)))).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D6_UnknownInAnalyzeStack_IsAnAdvisory()
    {
        await using var server = await PackServer.StartAsync(
            Policies.Stack("reads", args => args.Report(args.Resources[0].Properties["id"].AsString()!)), Policies.Stack("other", args => args.Report("still here")));

        var answer = await server.AnalyzeStackAsync(PackServer.StackResource("r", "t", ("id", PropertyValue.Unknown)));

        Assert.Equal([("reads", Level.Advisory), ("other", Level.Mandatory)], answer.Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel)));
    }

    [Fact]
    public async Task D6_UnknownInRemediate_IsADiagnosticWithoutProperties()
    {
        await using var server = await PackServer.StartAsync(Policies.Flipping("flip"));

        var entry = Assert.Single((await server.RemediateAsync(PackServer.Resource("r", "t", ("value", new UnknownValue(UnknownKind.Bool))))).Remediations);

        Assert.Equal("can't run remediation 'flip' from policy pack 'pack@v1.2.3' during preview: boolean value at .value can't be known during preview", entry.Diagnostic);
        Assert.False(entry.HasProperties);
    }

    [Fact]
    public async Task D7_OtherException_IsAnErrorThatNamesThePolicyAndTheServerLivesOn()
    {
        await using var server = await PackServer.StartAsync(
            new ResourceValidationPolicy
            {
                Name = "breaks", Description = "d", EnforcementLevel = EnforcementLevel.Remediate,
                ValidateResource = args => throw (args.Resource.Name == "bad" ? new InvalidOperationException("kaboom") : new PolicyPackException("FIN0000", "other")),
                RemediateResource = _ => throw new InvalidOperationException("kaboom"),
            },
            Policies.Stack("stack", _ => throw new InvalidOperationException("kaboom")));

        foreach (var call in new Func<Task>[] { () => server.AnalyzeAsync(PackServer.Resource("bad")), () => server.RemediateAsync(PackServer.Resource()), () => server.AnalyzeStackAsync() })
        {
            var failed = await Assert.ThrowsAsync<RpcException>(call);
            Assert.Equal(StatusCode.Unknown, failed.Status);
            Assert.Matches("policy '(breaks|stack)'", failed.Message);
            Assert.Contains("kaboom", failed.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await server.InfoAsync()).Policies.Count);
    }

    [Fact]
    public async Task WrongType_IsAnErrorThatNamesThePath()
    {
        await using var server = await PackServer.StartAsync(new ResourceValidationPolicy
        {
            Name = "p", Description = "d", ValidateResource = args => _ = args.Resource.Properties["a"]["b"].AsString(),
        });

        var failed = await Assert.ThrowsAsync<RpcException>(() => server.AnalyzeAsync(PackServer.Resource("r", "t", ("a", PropertyMap.Of(("b", 1))))));

        Assert.Contains("the value at .a.b is not a string but a number", failed.Message, StringComparison.Ordinal);
    }
}
