using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalEngine.Problems;
using Pulumirpc;

namespace FinOps.LocalEngine.Policies;

/// <summary>Reads and judges what a pack tells about itself.</summary>
internal static partial class PolicyPackInfo
{
    /// <exception cref="EngineException">FIN3041, every mistake at once.</exception>
    public static ImmutableArray<PolicyDefinition> Read(AnalyzerInfo info, string directory)
    {
        var problems = new List<EngineProblem>();
        void Report(string path, string found, string allowed) =>
            problems.Add(new EngineProblem(ErrorIds.PackInvalid, directory, path, found, allowed, "Correct the policy pack."));

        if (!PackName().IsMatch(info.Name))
        {
            Report("name", $"'{info.Name}'", "1 to 100 letters, digits, '-', '_', '.'");
        }

        foreach (var twice in info.Policies.GroupBy(policy => policy.Name).Where(group => group.Count() > 1))
        {
            Report($"policies.{twice.Key}", $"{twice.Count()} policies of this name", "one");
        }

        foreach (var policy in info.Policies)
        {
            if (policy.Name is "" or PolicySettings.All)
            {
                Report("policies", $"a policy named '{policy.Name}'", "any other name ('all' stands for all policies in configs)");
            }

            if (policy.ConfigSchema is { } schema && (schema.Properties?.Fields.ContainsKey(PolicySettings.LevelProperty) == true || schema.Required.Contains(PolicySettings.LevelProperty)))
            {
                Report($"policies.{policy.Name}.configSchema", $"a property '{PolicySettings.LevelProperty}'", "any other name: every policy has this one already");
            }

            foreach (var (name, value) in WireJson.ToJson(policy.ConfigSchema?.Properties))
            {
                if (value is not JsonObject)
                {
                    Report($"policies.{policy.Name}.configSchema.{name}", value?.ToJsonString() ?? "null", "a JSON schema object");
                }
            }
        }

        return problems.Count == 0 ? info.Policies.Select(Define).ToImmutableArray() : throw new EngineException(problems);
    }

    public static ImmutableDictionary<string, PolicySetting> InitialConfig(AnalyzerInfo info) =>
        info.InitialConfig.ToImmutableDictionary(
            item => item.Key,
            item => new PolicySetting(PolicyLevels.FromWire(item.Value.EnforcementLevel), WireJson.ToJson(item.Value.Properties)));

    private static PolicyDefinition Define(PolicyInfo policy) => new(
        policy.Name,
        policy.Description,
        PolicyLevels.FromWire(policy.EnforcementLevel),
        PolicyLevels.SeverityName(policy.Severity),
        WireJson.ToJson(policy.ConfigSchema?.Properties),
        policy.ConfigSchema?.Required.ToImmutableArray() ?? [])
    {
        DisplayName = policy.DisplayName,
        Tags = [.. policy.Tags],
        Fix = policy.RemediationSteps,
        Url = policy.Url,
    };

    [GeneratedRegex("^[a-zA-Z0-9-_.]{1,100}$")]
    private static partial Regex PackName();
}
