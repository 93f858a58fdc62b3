using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>The answer to GetAnalyzerInfo.</summary>
internal static class PackInfo
{
    public static Pulumirpc.AnalyzerInfo Describe(PolicyPack pack)
    {
        var info = new Pulumirpc.AnalyzerInfo
        {
            Name = pack.Name,
            DisplayName = pack.DisplayName,
            Version = pack.Version,
            SupportsConfig = true,
            Description = pack.Description,
            Readme = pack.Readme,
            Provider = pack.Provider,
            Tags = { pack.Tags },
            Repository = pack.Repository,
            Policies = { pack.Policies.Select(policy => Describe(pack, policy)) },
        };
        foreach (var (name, config) in pack.InitialConfig)
        {
            info.InitialConfig.Add(name, new Pulumirpc.PolicyConfig
            {
                // The wire cannot say "no level": zero is advisory, and the engine would take it as an override.
                EnforcementLevel = Wire.ToWire(config.Level ?? DefaultLevel(pack, name)),
                Properties = PropertyCodec.ToStruct(config.Properties),
            });
        }

        return info;
    }

    private static EnforcementLevel DefaultLevel(PolicyPack pack, string name) =>
        pack.Policies.FirstOrDefault(policy => policy.Name == name) is { } policy ? PackState.LevelOf(pack, policy) : pack.EnforcementLevel;

    private static Pulumirpc.PolicyInfo Describe(PolicyPack pack, Policy policy) => new()
    {
        Name = policy.Name,
        DisplayName = policy.DisplayName,
        Description = policy.Description,
        EnforcementLevel = Wire.ToWire(PackState.LevelOf(pack, policy)),
        ConfigSchema = policy.ConfigSchema is { } schema ? Describe(schema) : null,
        PolicyType = policy is StackValidationPolicy ? Pulumirpc.PolicyType.Stack : Pulumirpc.PolicyType.Resource,
        Severity = Wire.ToWire(policy.Severity),
        Framework = policy.Framework is { } framework
            ? new Pulumirpc.PolicyComplianceFramework
            {
                Name = framework.Name, Version = framework.Version, Reference = framework.Reference, Specification = framework.Specification,
            }
            : null,
        Tags = { policy.Tags },
        RemediationSteps = policy.RemediationSteps,
        Url = policy.Url,
    };

    private static Pulumirpc.PolicyConfigSchema Describe(PolicyConfigSchema schema) =>
        new() { Properties = PropertyCodec.ToStruct(schema.Properties), Required = { schema.Required } };
}
