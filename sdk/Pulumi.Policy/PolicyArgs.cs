using System.Diagnostics.CodeAnalysis;
using Pulumi.Policy.Configuration;
using Pulumi.Policy.Server;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy;

/// <summary>What every policy function gets.</summary>
public abstract class PolicyArgs
{
    private readonly EffectiveConfig _config;

    private protected PolicyArgs(PolicyStack stack, EffectiveConfig config) => (Stack, _config) = (stack, config);

    public PolicyStack Stack { get; }

    /// <summary>The policy's configuration as it came.</summary>
    public PropertyMap Config => _config.Properties;

    /// <summary>The configuration as the record that <see cref="PolicyConfigSchema.From{T}"/> was made from; parsed once for each Configure.</summary>
    public T GetConfig<T>()
        where T : class, new() => _config.As<T>();

    /// <summary>Ends the policy for this resource: it is counted neither as passed nor as failed.</summary>
    [DoesNotReturn]
    public void NotApplicable(string reason) => throw new PolicyNotApplicableException(reason);
}
