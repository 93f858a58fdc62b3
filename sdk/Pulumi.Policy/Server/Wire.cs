using System.Collections.Immutable;
using Pulumi.Policy.Configuration;
using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>Between the messages of the protocol and the types that policies see.</summary>
internal static class Wire
{
    public static Pulumirpc.EnforcementLevel ToWire(EnforcementLevel level) => level switch
    {
        EnforcementLevel.Mandatory => Pulumirpc.EnforcementLevel.Mandatory,
        EnforcementLevel.Remediate => Pulumirpc.EnforcementLevel.Remediate,
        EnforcementLevel.Disabled => Pulumirpc.EnforcementLevel.Disabled,
        _ => Pulumirpc.EnforcementLevel.Advisory,
    };

    public static Pulumirpc.PolicySeverity ToWire(PolicySeverity? severity) => severity switch
    {
        PolicySeverity.Low => Pulumirpc.PolicySeverity.Low,
        PolicySeverity.Medium => Pulumirpc.PolicySeverity.Medium,
        PolicySeverity.High => Pulumirpc.PolicySeverity.High,
        PolicySeverity.Critical => Pulumirpc.PolicySeverity.Critical,
        _ => Pulumirpc.PolicySeverity.Unspecified,
    };

    public static PolicyConfig FromWire(Pulumirpc.PolicyConfig config) => new(
        config.EnforcementLevel switch
        {
            Pulumirpc.EnforcementLevel.Mandatory => EnforcementLevel.Mandatory,
            Pulumirpc.EnforcementLevel.Remediate => EnforcementLevel.Remediate,
            Pulumirpc.EnforcementLevel.Disabled => EnforcementLevel.Disabled,
            _ => EnforcementLevel.Advisory,
        },
        PropertyCodec.FromStruct(config.Properties));

    public static PolicyStack FromWire(Pulumirpc.AnalyzerStackConfigureRequest request) => new(
        request.Stack,
        request.Project,
        request.Organization,
        request.DryRun,
        request.Config.ToImmutableDictionary(StringComparer.Ordinal),
        [.. request.ConfigSecretKeys],
        request.Tags.ToImmutableDictionary(StringComparer.Ordinal));

    public static PolicyResource FromWire(Pulumirpc.AnalyzeRequest request, PropertyMap properties) =>
        new(request.Urn, request.Type, request.Name, FromWire(request.Options), FromWire(request.Provider)) { Properties = new PolicyValue(properties) };

    public static StackResource FromWire(Pulumirpc.AnalyzerResource resource) =>
        new(resource.Urn, resource.Type, resource.Name, FromWire(resource.Options), FromWire(resource.Provider))
        {
            Properties = new PolicyValue(PropertyCodec.FromBytes(resource.Properties)),
        };

    private static PolicyProvider? FromWire(Pulumirpc.AnalyzerProviderResource? provider) => provider is null
        ? null
        : new PolicyProvider(provider.Urn, provider.Type, provider.Name, new PolicyValue(PropertyCodec.FromBytes(provider.Properties)));

    private static PolicyResourceOptions FromWire(Pulumirpc.AnalyzerResourceOptions? options)
    {
        if (options is null)
        {
            return new PolicyResourceOptions(false, [], null, [], [], new PolicyTimeouts(null, null, null, null), "");
        }

        var timeouts = options.CustomTimeouts;
        return new PolicyResourceOptions(
            options.Protect,
            [.. options.IgnoreChanges],
            options.DeleteBeforeReplaceDefined ? options.DeleteBeforeReplace : null,
            [.. options.AdditionalSecretOutputs],
            [.. options.Aliases],
            new PolicyTimeouts(Seconds(timeouts?.Create), Seconds(timeouts?.Update), Seconds(timeouts?.Delete), Seconds(timeouts?.Read)),
            options.Parent);
    }

    /// <summary>Zero is the wire's "not set".</summary>
    private static TimeSpan? Seconds(double? seconds) => seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : null;
}
