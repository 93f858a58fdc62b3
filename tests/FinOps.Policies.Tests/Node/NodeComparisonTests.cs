using System.Text.Json;
using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Node;

/// <summary>TAG001 here and TAG001 under the Node.js SDK say the same about the same resources.</summary>
public sealed class NodeComparisonTests
{
    private const int Resources = 2000;

    private static readonly string[] Keys = ["Project", "Team", "Environment", "CostCenter", "Owner", "team", "Name", "cost_center"];

    [SkippableFact]
    public async Task RandomResources_GetTheSameVerdictFromBothSdks()
    {
        Skip.IfNot(NodePack.IsInstalled, $"run 'npm install --ignore-scripts' in {NodePack.Folder}");
        using var node = await NodePack.StartAsync();
        await using var ours = await PackClient.StartAsync();
        var random = new Random(20260101);
        var types = TaggableTypes.All.Select(type => type.Key).Order(StringComparer.Ordinal)
            .Concat(["aws:iam/policyAttachment:PolicyAttachment", "pulumi:pulumi:Stack", "random:index/randomPet:RandomPet"]).ToArray();
        var verdicts = new Dictionary<string, int>();

        for (var i = 0; i < Resources; i++)
        {
            var request = RandomResource(random, types);
            var here = Verdict((await ours.AnalyzeAsync(request)).Diagnostics.Where(diagnostic => diagnostic.PolicyName.StartsWith("TAG001", StringComparison.Ordinal)));
            var there = Verdict((await node.Channel.CallAsync(RpcMethods.Analyzer.Analyze, request)).Diagnostics);

            Assert.True(here == there, $"resource {i}: C# says {here}, Node.js says {there}\n{request}");
            verdicts[here] = verdicts.GetValueOrDefault(here) + 1;
        }

        // A comparison in which everybody always says the same would show nothing.
        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.True(verdict.Value > Resources / 50, $"{verdict.Key}: {verdict.Value}"));
    }

    private static string Verdict(IEnumerable<AnalyzeDiagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => diagnostic.EnforcementLevel.ToString()).Order(StringComparer.Ordinal).FirstOrDefault() ?? "clean";

    private static AnalyzeRequest RandomResource(Random random, string[] types)
    {
        var type = random.Next(10) == 0 ? types[^random.Next(1, 4)] : types[random.Next(types.Length)];
        if (random.Next(20) == 0)
        {
            type = "aws:autoscaling/group:Group";
        }

        var inputs = PropertyMap.Of(("name", "x"), ("size", random.Next(100)));
        if (random.Next(8) != 0)
        {
            inputs = inputs.Set("tags", TaggableTypes.ShapeOf(type) == TagShape.GroupTags ? GroupTags(random) : Tags(random));
        }

        if (random.Next(4) == 0)
        {
            inputs = inputs.Set("tagsAll", Tags(random));
        }

        return PackClient.Request(type, inputs, random.Next(3) == 0 ? Provider(random) : null);
    }

    private static PropertyValue Tags(Random random)
    {
        if (random.Next(12) == 0)
        {
            return PropertyValue.Unknown;
        }

        PropertyValue tags = PropertyMap.Create(Keys.Where(_ => random.Next(20) != 0).Select(key => KeyValuePair.Create(key, Value(random))));
        return random.Next(15) == 0 ? new SecretValue(tags) : tags;
    }

    private static PropertyValue GroupTags(Random random) => random.Next(12) == 0
        ? PropertyValue.Unknown
        : PropertyValue.Of(Keys.Where(_ => random.Next(20) != 0).Select(key => PropertyValue.Of(PropertyMap.Of(("key", key), ("value", Value(random)), ("propagateAtLaunch", true)))));

    private static PropertyValue Value(Random random) => random.Next(25) switch
    {
        0 => PropertyValue.Unknown,
        1 => PropertyValue.Null,
        2 => new SecretValue("payments"),
        _ => "payments",
    };

    private static PropertyMap Provider(Random random) => random.Next(8) == 0
        ? PropertyMap.Of(("defaultTags", PropertyValue.Unknown))
        : PropertyMap.Of(("region", "eu-west-1"), ("defaultTags", JsonSerializer.Serialize(new { tags = Keys.Where(_ => random.Next(3) != 0).ToDictionary(key => key, _ => "payments") })));
}
