using Pulumi.Policy.Server;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy;

public sealed class ResourceRemediationArgs : PolicyArgs
{
    internal ResourceRemediationArgs(PolicyResource resource, PropertyMap inputs, PolicyStack stack, EffectiveConfig config)
        : base(stack, config) => (Resource, Inputs) = (resource, inputs);

    public PolicyResource Resource { get; }

    /// <summary>
    /// The inputs as they came, secrets and unknowns included; change a copy with <see cref="PropertyMap.Set"/> and return it.
    /// Keys that start with <c>__</c> belong to the engine and must be returned as they are.
    /// </summary>
    public PropertyMap Inputs { get; }
}
