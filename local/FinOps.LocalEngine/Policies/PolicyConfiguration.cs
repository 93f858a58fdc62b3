using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace FinOps.LocalEngine.Policies;

/// <summary>
/// Layers what each policy runs with: its own level and the schema's defaults, then the pack's initial config, then the file.
/// In each layer <c>all</c> sets every level first and the policy's own entry wins.
/// </summary>
internal static class PolicyConfiguration
{
    public static ImmutableSortedDictionary<string, PolicySetting> Resolve(
        IReadOnlyList<PolicyDefinition> policies, params IReadOnlyList<IReadOnlyDictionary<string, PolicySetting>> layers) =>
        policies.ToImmutableSortedDictionary(policy => policy.Name, policy => Resolve(policy, layers), StringComparer.Ordinal);

    /// <summary>What the schemas say against resolved settings, one text for each mistake; disabled policies are not asked.</summary>
    public static IEnumerable<string> Mistakes(IReadOnlyList<PolicyDefinition> policies, IReadOnlyDictionary<string, PolicySetting> settings) =>
        from policy in policies
        let setting = settings[policy.Name]
        where setting.Level != Deployments.PolicyLevel.Disabled
        from mistake in JsonSchema.Validate(RootSchema(policy), setting.Properties).Order(StringComparer.Ordinal)
        select $"{policy.Name}: {mistake}";

    private static PolicySetting Resolve(PolicyDefinition policy, IReadOnlyList<IReadOnlyDictionary<string, PolicySetting>> layers)
    {
        var level = policy.Level;
        var properties = new JsonObject();
        foreach (var (name, schema) in policy.Schema)
        {
            if (schema?["default"] is { } preset)
            {
                properties[name] = preset.DeepClone();
            }
        }

        foreach (var layer in layers)
        {
            level = layer.GetValueOrDefault(PolicySettings.All)?.Level ?? level;
            if (layer.TryGetValue(policy.Name, out var own))
            {
                level = own.Level ?? level;
                foreach (var (name, value) in own.Properties)
                {
                    properties[name] = value?.DeepClone();
                }
            }
        }

        return new PolicySetting(level, properties);
    }

    private static JsonObject RootSchema(PolicyDefinition policy) => new()
    {
        ["type"] = "object",
        ["properties"] = policy.Schema.DeepClone(),
        ["required"] = new JsonArray([.. policy.Required.Select(name => JsonValue.Create(name))]),
    };
}
