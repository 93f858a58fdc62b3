using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Tests.Policy;

/// <summary>The real pack on the engine of this process: what it cannot read ends the deployment before its first resource.</summary>
public sealed class FailClosedTests : IDisposable
{
    private const string GoodStandard = "version: 1\nkeys: { Team: { required: true } }\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("closed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string, string[]> Files => new()
    {
        { "tag-standard.yaml", "version: 2\nkeyz: 1", ["FIN3040", "3 mistake(s)", "1:10 version", "2:1 keyz"] },
        {
            "waivers.yaml", """
            version: 1
            waivers:
              - { rule: COST02, stack: shop/dev, owner: o, reason: r, ticket: t, since: 2026-01-01, expires: 2026-02-01 }
              - { rule: TAG001, stack: shop/dev, owner: o, reason: r, since: 2026-01-01, expires: soon }
            """, ["FIN3040", "'COST02'", "waivers[1].ticket", "soon"]
        },
        {
            "policy-baseline.json", """{"version":1,"entries":[{"rule":"TAG01","urn":"urn:pulumi:a::b::c::d","finding":"x","since":"2026-01-01"},{"rule":"TAG001","urn":"logs","finding":"x","since":"yesterday"}]}""",
            ["FIN3040", "rule 'TAG01'", "entries[1].urn", "entries[1].since"]
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_Malformed_EndsTheDeploymentWithEveryMistake(string name, string text, string[] said)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "tag-standard.yaml"), GoodStandard);
        await File.WriteAllTextAsync(Path.Combine(_folder, name), text);

        AssertClosed(await UpAsync(null), said);
    }

    public static TheoryData<string, string[]> Configs => new()
    {
        // Of the wrong kind, which the engine sees; without meaning, which only the pack can tell; and no rule at all.
        { """{ "TAG001-required-tag-missing": { "standard": 7 }, "COST003-log-group-without-retention": { "repairDays": "long" } }""", ["TAG001-required-tag-missing", "COST003-log-group-without-retention"] },
        { """{ "TAG001-required-tag-missing": { "standard": "nowhere.yaml" }, "COST004-bucket-without-lifecycle": { "promote": "2027-02-30" } }""", ["nowhere.yaml", "2027-02-30"] },
        { """{ "COST04": "mandatory", "tag002": "disabled" }""", ["'COST04', which is no policy", "Did you mean 'TAG002-value-not-allowed'?"] },
    };

    [Theory]
    [MemberData(nameof(Configs))]
    public async Task Config_ThatDoesNotFit_EndsTheDeploymentWithEveryMistake(string config, string[] said)
    {
        var file = Path.Combine(_folder, "packs.json");
        await File.WriteAllTextAsync(Path.Combine(_folder, "tag-standard.yaml"), GoodStandard);
        await File.WriteAllTextAsync(file, config);

        AssertClosed(await UpAsync(file), said);
    }

    private Task<DeploymentResult> UpAsync(string? config) => LocalDeployment.RunAsync(
        new DeploymentRequest
        {
            Operation = DeploymentOperation.Up,
            ProgramDirectory = Path.Combine(Clone.Root, "samples", "untagged"),
            StackName = "dev",
            StateDirectory = Path.Combine(_folder, "state"),
            PolicyPacks = [new PolicyPackRequest(Path.Combine(Clone.Root, "policies"), config)],
            Built = BuiltProjects.All,
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("FINOPS_TAG_STANDARD", Path.Combine(_folder, "tag-standard.yaml")),
        },
        [], SilentObserver.Instance, TimeProvider.System, CancellationToken.None);

    private static void AssertClosed(DeploymentResult result, string[] said)
    {
        Assert.NotEqual(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Empty(result.Steps);
        Assert.Empty(result.PolicyPacks);
        var errors = string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Problem}"));
        Assert.All(said, part => Assert.Contains(part, errors, StringComparison.Ordinal));
    }
}
