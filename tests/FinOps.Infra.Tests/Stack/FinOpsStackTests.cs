using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Stack;

public sealed class FinOpsStackTests
{
    public static TheoryData<string, string> StacksAndParts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var part in FinOpsStack.Parts)
            {
                data.Add("dev", part.Section);
                data.Add("example-org", part.Section);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(StacksAndParts))]
    public async Task DeclareAsync_EachPartOfEachStack_RegistersWhatTheSnapshotSays(string stack, string part)
    {
        var registered = await StackHarness.DeclareAsync(stack);

        var lines = registered.Where(resource => resource.Part == part).Select(resource => resource.ToString());
        Snapshot.Verify(Path.Combine(stack, part), string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n")));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("example-org")]
    public async Task DeclareAsync_EveryResource_BelongsToAPart(string stack)
    {
        var registered = await StackHarness.DeclareAsync(stack);

        Assert.DoesNotContain(registered, resource => resource.Part == "(stack)" && resource.Resource.Type != "pulumi:pulumi:Stack");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("example-org")]
    public async Task DeclareAsync_TaggableResources_AllCarryTheStacksTags(string stack)
    {
        var registered = await StackHarness.DeclareAsync(stack);

        var untagged = registered
            .Where(resource => Pulumi.Aws.TaggableTypes.TakesTagMap(resource.Resource.Type!))
            .Where(resource => resource.Resource.Inputs.GetValueOrDefault("tags") is not ImmutableDictionary<string, object> { Count: >= 5 })
            .Select(resource => $"{resource.Resource.Type} {resource.Resource.Name}");

        Assert.Empty(untagged);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("example-org")]
    public async Task DeclareAsync_EveryInput_IsOneThatTheProviderTakes(string stack)
    {
        var schema = new ProviderSchema();

        var registered = await StackHarness.DeclareAsync(stack);

        Assert.Empty(registered
            .Where(resource => resource.Resource.Type!.StartsWith("aws:", StringComparison.Ordinal))
            .SelectMany(resource => schema.Mistakes(resource.Resource.Type!, resource.Resource.Inputs)));
    }

    [Fact]
    public async Task DeclareAsync_SuspendedAccount_GetsNoBudget()
    {
        var registered = await StackHarness.DeclareAsync(ValidConfig.Create());

        Assert.DoesNotContain(registered, resource => resource.Resource.Name == "account-333333333333");
        Assert.Contains(registered, resource => resource.Resource.Name == "account-222222222222");
    }

    [Fact]
    public async Task DeclareAsync_MistakesInSeveralSections_AreAllToldAndNothingIsRegistered()
    {
        var mocks = new OrganizationMocks();
        var config = ValidConfig.Create();
        config["finops:budgets"] = """{"organization":{"monthly":-1},"everyAcount":{"monthly":9000},"emails":[]}""";
        config["finops:reporting"] = "weekly";
        config["finops:anomalis"] = "{}";

        var problems = await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config, mocks: mocks));

        Assert.Equal(
            ["finops:anomalis", "finops:budgets.everyAcount", "finops:budgets.organization.monthly", "finops:budgets.emails", "finops:reporting"],
            problems.Problems.Select(problem => problem.Path));
        Assert.Empty(mocks.Registered);
    }
}
