using System.Text.Json.Nodes;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <param name="Id">The provider's id of the resource.</param>
/// <param name="Computed">Outputs beyond the echoed inputs.</param>
internal sealed record Applied(string Id, PropertyMap Computed)
{
    /// <summary>Of a read: the inputs as AWS has them. Null where it has nothing, absent where it does not tell.</summary>
    public PropertyMap Live { get; init; } = PropertyMap.Empty;

    /// <summary>Of a read: all tags; null where they were not asked for.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Of a read: that there was nothing to read, so the state is all that is known.</summary>
    public bool FromStateOnly { get; init; }

    public static Applied Of(string id, params (string Key, PropertyValue Value)[] computed) => new(id, PropertyMap.Of(computed));

    /// <summary>Defaults as JSON text.</summary>
    public static PropertyMap ParseDefaults(string json) => PropertyJson.Masked.Read((JsonObject)JsonNode.Parse(json)!);

    public Applied Reading(PropertyMap live, IReadOnlyDictionary<string, string>? tags = null) => this with { Live = live, Tags = tags };
}
