using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Resources;

/// <summary>Rewrites values for receivers that do not take every kind.</summary>
internal static class Lowering
{
    /// <summary>Output values become secrets, unknowns or plain values: state and providers know no others.</summary>
    public static PropertyMap Outputs(PropertyMap map) => Map(map, value => value switch
    {
        OutputValue { Value: null, Secret: true } => new SecretValue(PropertyValue.Unknown),
        OutputValue { Value: null } => PropertyValue.Unknown,
        OutputValue { Secret: true } output => new SecretValue(output.Value),
        OutputValue output => output.Value,
        _ => value,
    });

    /// <summary>Resource references become the id, or the URN of a component.</summary>
    public static PropertyMap References(PropertyMap map) =>
        Map(map, value => value is ResourceReferenceValue reference ? reference.Id ?? PropertyValue.Of(reference.Urn) : value);

    public static PropertyMap Secrets(PropertyMap map) => Map(map, value => value is SecretValue secret ? secret.Value : value);

    private static PropertyMap Map(PropertyMap map, Func<PropertyValue, PropertyValue> change) =>
        PropertyMap.Create(map.Select(item => KeyValuePair.Create(item.Key, Map(item.Value, change))));

    private static PropertyValue Map(PropertyValue value, Func<PropertyValue, PropertyValue> change)
    {
        var changed = change(value);
        // What a wrapper held may itself be of the kind that is taken away.
        if (!ReferenceEquals(changed, value))
        {
            return Map(changed, change);
        }

        return value switch
        {
            SecretValue secret => new SecretValue(Map(secret.Value, change)),
            ListValue list => new ListValue(list.Items.Select(item => Map(item, change)).ToImmutableArray()),
            ObjectValue item => new ObjectValue(Map(item.Map, change)),
            ArchiveValue { Assets: { } assets } archive => archive with { Assets = Map(assets, change) },
            _ => value,
        };
    }
}
