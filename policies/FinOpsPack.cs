using System.Collections.Immutable;
using FinOps.Core.Baselines;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Policies.Baselines;
using FinOps.Policies.Model;
using FinOps.Policies.Rules.Upkeep;
using FinOps.Policies.Runs;
using FinOps.Policies.Waivers;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies;

/// <summary>The rules as a policy pack.</summary>
public static class FinOpsPack
{
    public const string Name = "finops-policies";

    public static string Version { get; } = typeof(FinOpsPack).Assembly.GetName().Version!.ToString(3);

    /// <summary>The pack for one run. Each run has its own books, so that one stack's matches are not counted in another.</summary>
    public static PolicyPack Build(PackFiles files, TimeProvider time)
    {
        var ledger = new RunLedger();
        var waivers = new WaiverBook(files.Waivers, ledger, time);
        var baseline = new BaselineBook(files.Baseline, ledger);
        var rules = RuleCatalogue.Create(files.Standard, waivers, baseline, time);
        return new PolicyPack
        {
            Name = Name,
            Version = Version,
            DisplayName = "FinOps guardrails for AWS",
            Description = "Tag and cost guardrails for AWS, judged by the organization's tag standard.",
            Provider = "aws",
            Tags = ["finops", "tagging", "cost"],
            Configured = config => [.. Strangers(config, rules), .. OtherBaseline(config, rules, baseline)],
            Policies = [.. rules.Select(rule => ToPolicy(rule, new RuleRun(rule, waivers, baseline, ledger)))],
        };
    }

    private static Policy ToPolicy(Rule rule, RuleRun run) => rule switch
    {
        ResourceRule resourceRule => new ResourceValidationPolicy
        {
            Name = rule.PolicyName,
            DisplayName = $"{rule.Id} {rule.Name}",
            Description = rule.Title,
            EnforcementLevel = rule.Level,
            Severity = rule.Severity,
            ConfigSchema = rule.ConfigSchema,
            Tags = [rule.Category.Tag()],
            RemediationSteps = rule.Fix,
            Url = rule.DocUri,
            ResourceTypes = resourceRule.Types,
            NotApplicableTo = resourceRule.NotApplicableTo,
            ValidateResource = args => run.Judge(resourceRule, args),
            RemediateResource = resourceRule.Repairs ? args => run.Repair(resourceRule, args) : null,
        },
        StackRule stackRule => new StackValidationPolicy
        {
            Name = rule.PolicyName,
            DisplayName = $"{rule.Id} {rule.Name}",
            Description = rule.Title,
            EnforcementLevel = rule.Level,
            Severity = rule.Severity,
            ConfigSchema = rule.ConfigSchema,
            Tags = [rule.Category.Tag()],
            RemediationSteps = rule.Fix,
            Url = rule.DocUri,
            ValidateStack = args => run.Judge(stackRule, args),
        },
        _ => throw new InvalidOperationException($"{rule.GetType().Name} is neither a rule about resources nor one about stacks"),
    };

    /// <summary>Engines pass on what they do not know; a misspelt name would leave its rule at another level than its author believes.</summary>
    private static IEnumerable<string> Strangers(IReadOnlyDictionary<string, PolicyConfig> config, ImmutableArray<Rule> rules)
    {
        var names = rules.Select(rule => rule.PolicyName).ToList();
        foreach (var name in config.Keys.Where(name => name != "all" && !names.Contains(name)).Order(StringComparer.Ordinal))
        {
            var meant = rules.FirstOrDefault(rule => name.StartsWith(rule.Id, StringComparison.OrdinalIgnoreCase))?.PolicyName;
            yield return $"configuration for '{name}', which is no policy of this pack; "
                + (meant is null ? Spelling.DidYouMean(name, names, $"it has {string.Join(", ", names)}") : $"Did you mean '{meant}'?");
        }
    }

    private static IEnumerable<string> OtherBaseline(IReadOnlyDictionary<string, PolicyConfig> config, ImmutableArray<Rule> rules, BaselineBook book)
    {
        var rule = rules.OfType<BaselineEntryStale>().Single();
        if ((config.GetValueOrDefault(rule.PolicyName)?.Properties.Find(Baseline.FileProperty)?.Plain() as StringValue)?.Value is not { } path)
        {
            return [];
        }

        var problems = new List<Problem>();
        if (!File.Exists(path))
        {
            problems.Add(new Problem("FIN2009", path, "file", "no such file", $"a {Baseline.FileName}", "Correct the path."));
        }

        book.Baseline = BaselineSource.Load(path, rules, problems);
        return problems.Select(problem => $"configuration of policy '{rule.PolicyName}': {problem}");
    }
}
