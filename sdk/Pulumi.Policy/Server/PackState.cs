using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>The pack, its stack and its configuration at one moment. Never changes, so that calls in flight keep what they began with.</summary>
internal sealed class PackState
{
    /// <summary>A program has few types; a stranger on the socket must not grow the plans for ever.</summary>
    private const int CachedTypes = 4096;

    private readonly ImmutableDictionary<string, EffectiveConfig> _config;
    private readonly ImmutableArray<TypePlan.Step> _resourcePolicies;
    private readonly ConcurrentDictionary<string, TypePlan> _plans = new(StringComparer.Ordinal);

    private PackState(PolicyPack pack, PolicyStack stack, ImmutableDictionary<string, EffectiveConfig> config)
    {
        Pack = pack;
        Stack = stack;
        _config = config;
        _resourcePolicies = [.. pack.Policies.OfType<ResourceValidationPolicy>().Select(policy => new TypePlan.Step(policy, ConfigOf(policy))).Where(step => step.Config.Level != EnforcementLevel.Disabled)];
    }

    public PolicyPack Pack { get; }

    public PolicyStack Stack { get; }

    /// <param name="configured">What the engine sent last with Configure; null when it did not.</param>
    /// <exception cref="PolicyPackException">The pack (FIN6001) or its configuration (FIN6002) is wrong; all mistakes at once.</exception>
    public static PackState Create(PolicyPack pack, PolicyStack stack, IReadOnlyDictionary<string, PolicyConfig>? configured)
    {
        PackChecks.Check(pack);
        var mistakes = new List<string>();
        if (pack.RefuseUnknownPolicies && configured is not null)
        {
            var known = pack.Policies.Select(policy => policy.Name).Append(PackChecks.ReservedName).ToHashSet(StringComparer.Ordinal);
            mistakes.AddRange(configured.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)
                .Select(name => $"configuration for '{name}', which is no policy of this pack; it has {string.Join(", ", pack.Policies.Select(policy => policy.Name))}"));
        }

        mistakes.AddRange(configured is null ? [] : pack.Configured?.Invoke(configured) ?? []);
        var config = ImmutableDictionary.CreateBuilder<string, EffectiveConfig>(StringComparer.Ordinal);
        foreach (var policy in pack.Policies)
        {
            var given = configured is null ? pack.InitialConfig.GetValueOrDefault(policy.Name) : configured.GetValueOrDefault(policy.Name);
            var effective = new EffectiveConfig(policy.Name, given?.Level ?? LevelOf(pack, policy), given?.Properties ?? PropertyMap.Empty);
            config.Add(policy.Name, effective);
            // A configuration that cannot be read must stop the deployment here, not at the first resource that happens to meet it.
            if (given is null || configured is null || effective.Level == EnforcementLevel.Disabled)
            {
                continue;
            }

            mistakes.AddRange((policy.ConfigSchema?.Required ?? []).Where(name => !effective.Properties.ContainsKey(name))
                .Select(name => $"configuration of policy '{policy.Name}': {name} is required"));
            if (policy.ConfigSchema?.Record is { } record)
            {
                try
                {
                    effective.As(record);
                }
                catch (PolicyPackException wrong)
                {
                    mistakes.Add(wrong.Message[(wrong.Id.Length + 1)..]);
                }
            }
        }

        return mistakes.Count == 0
            ? new PackState(pack, stack, config.ToImmutable())
            : throw new PolicyPackException("FIN6002", string.Join("\n", mistakes));
    }

    /// <summary>The level a policy has without any configuration.</summary>
    public static EnforcementLevel LevelOf(PolicyPack pack, Policy policy) => policy.EnforcementLevel ?? pack.EnforcementLevel;

    public EffectiveConfig ConfigOf(Policy policy) => _config[policy.Name];

    public TypePlan PlanFor(string type)
    {
        if (_plans.TryGetValue(type, out var known))
        {
            return known;
        }

        var plan = TypePlan.For(_resourcePolicies, type);
        if (_plans.Count < CachedTypes)
        {
            _plans.TryAdd(type, plan);
        }

        return plan;
    }
}
