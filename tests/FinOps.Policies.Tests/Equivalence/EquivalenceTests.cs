using FinOps.Core.Compliance.Judging;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Policies.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FinOps.Policies.Tests.Equivalence;

/// <summary>One tag standard, many enforcement points: on random standards and resources they give the same verdict wherever they can judge.</summary>
public sealed class EquivalenceTests
{
    private const int Standards = 60;
    private const int ResourcesOfEach = 50;

    private static readonly Lazy<IReadOnlyList<(TagStandard Standard, TaggedResource[] Resources)>> Cases =
        new(() => [.. RandomTagging.Cases(ResourcesOfEach).Sample(50, new Rnd(20_260_301, 7), Standards)]);

    [Fact]
    public void DocumentsOfTheOrganization_AgreeWithTheStandard()
    {
        var (judged, disagreements) = Compare(generated => generated, Cases.Value);

        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements.Take(20)));
        Assert.True(Cases.Value.Sum(each => each.Resources.Length) >= 2_000);
        // Agreement of points that are never asked would prove nothing.
        foreach (var point in new[] { "tag policy", "service control policy", "Config rule" })
        {
            Assert.All(Enum.GetValues<KeyVerdict>(), verdict => Assert.True(judged.GetValueOrDefault((point, verdict)) >= 100, $"{point}: {verdict} {judged.GetValueOrDefault((point, verdict))} times"));
        }
    }

    [Fact]
    public async Task PolicyPackAndComplianceChecker_AgreeWithTheStandard()
    {
        var disagreements = new List<string>();
        foreach (var (standard, resources) in Cases.Value)
        {
            await using var pack = await PackClient.StartAsync(standard);
            var checker = new LiveJudge(standard, WaiverList.Empty, new DateOnly(2026, 3, 1));
            foreach (var resource in resources)
            {
                var answer = await pack.AnalyzeAsync(EnforcementPoints.Request(resource));
                var verdict = checker.Judge(resource.Live);
                disagreements.AddRange(standard.Keys
                    .Where(key => EnforcementPoints.Pack(answer, key) != EnforcementPoints.Standard(standard, key, resource))
                    .Select(key => $"{key.Name} of {resource}: {EnforcementPoints.Pack(answer, key)}"));
                disagreements.AddRange(standard.Keys
                    .Where(key => EnforcementPoints.Pack(answer, key) != EnforcementPoints.Checker(verdict, key))
                    .Select(key => $"{key.Name} of {resource}: the checker says {EnforcementPoints.Checker(verdict, key)}"));
                var rules = verdict.Findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal);
                if (!EnforcementPoints.Rules(answer).SequenceEqual(rules))
                {
                    disagreements.Add($"{resource}: the pack tells {string.Join(", ", EnforcementPoints.Rules(answer))}, the checker {string.Join(", ", rules)}");
                }
            }
        }

        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements.Take(20)));
    }

    public static TheoryData<string, string> Mutants => new()
    {
        { "tag policy", "values are left out" },
        { "tag policy", "a value is written in another casing" },
        { "tag policy", "types are enforced that the standard does not name" },
        { "service control policy", "a key is not asked for" },
        { "service control policy", "Null asks for presence where it should ask for absence" },
        { "service control policy", "RunInstances stands on every resource" },
        { "service control policy", "StringLike in place of StringNotLike" },
        { "service control policy", "two keys in one Null block" },
        { "Config rule", "the last key is left out" },
        { "Config rule", "values are left out" },
    };

    [Theory]
    [MemberData(nameof(Mutants))]
    public void WrongGenerator_IsFound(string point, string mutant)
    {
        // A quarter of the cases is plenty to find each of them.
        var (_, disagreements) = Compare(Mutation.All[(point, mutant)], Cases.Value.Take(Standards / 4));

        Assert.Contains(disagreements, disagreement => disagreement.StartsWith(point, StringComparison.Ordinal));
    }

    private static (Dictionary<(string Point, KeyVerdict Verdict), int> Judged, List<string> Disagreements) Compare(
        Func<Generated, Generated> change, IEnumerable<(TagStandard Standard, TaggedResource[] Resources)> cases)
    {
        var judged = new Dictionary<(string, KeyVerdict), int>();
        var disagreements = new List<string>();
        foreach (var (standard, resources) in cases)
        {
            var generated = change(Generated.From(standard));
            var (policy, statements) = (EnforcementPoints.Effective(generated), EnforcementPoints.Statements(generated));
            foreach (var (resource, key) in resources.SelectMany(_ => standard.Keys, (resource, key) => (resource, key)))
            {
                var expected = EnforcementPoints.Standard(standard, key, resource);
                Judge("tag policy", EnforcementPoints.TagPolicy(policy, key, resource));
                Judge("service control policy", EnforcementPoints.ControlPolicy(statements, key, resource));
                Judge("Config rule", EnforcementPoints.ConfigRule(generated.ConfigRules, key, resource));
                if (EnforcementPoints.Refused(policy, key, resource) is { } refused)
                {
                    var wanted = !key.IsAllowed(resource.Tags[key.Name]) && key.EnforcedFor.Any(type => FinOps.Core.TagPolicies.PolicyTypeTable.Covers(type, resource.Type));
                    if (refused != wanted)
                    {
                        disagreements.Add($"tag policy: {key.Name} of {resource} is {(refused ? "" : "not ")}refused");
                    }
                }

                void Judge(string point, KeyVerdict? verdict)
                {
                    if (verdict is not { } said)
                    {
                        return;
                    }

                    judged[(point, said)] = judged.GetValueOrDefault((point, said)) + 1;
                    if (said != expected)
                    {
                        disagreements.Add($"{point}: {key.Name} of {resource} is {said}, the standard says {expected}");
                    }
                }
            }
        }

        return (judged, disagreements);
    }
}
