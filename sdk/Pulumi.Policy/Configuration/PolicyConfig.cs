using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Configuration;

/// <param name="Level">Null keeps the policy's own level.</param>
/// <param name="Properties">Values for the policy's schema.</param>
public sealed record PolicyConfig(EnforcementLevel? Level, PropertyMap Properties)
{
    public PolicyConfig(EnforcementLevel level)
        : this(level, PropertyMap.Empty)
    {
    }
}
