using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <param name="Id">The provider's id of the resource.</param>
/// <param name="Computed">Outputs beyond the echoed inputs.</param>
internal sealed record Applied(string Id, PropertyMap Computed)
{
    public static Applied Of(string id, params (string Key, PropertyValue Value)[] computed) => new(id, PropertyMap.Of(computed));
}
