using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Server;

/// <summary>A policy that rewrites a property must not uncover it: what was secret before is secret after, at every depth.</summary>
internal static class SecretKeeper
{
    public static PropertyMap Keep(PropertyMap before, PropertyMap after) =>
        PropertyMap.Create(after.Select(item => KeyValuePair.Create(item.Key, before.Find(item.Key) is { } old ? Keep(old, item.Value) : item.Value)));

    private static PropertyValue Keep(PropertyValue before, PropertyValue after) => (before, after) switch
    {
        (_, SecretValue or NullValue) => after,
        (SecretValue, _) => new SecretValue(after),
        (OutputValue { Secret: true }, OutputValue output) => output with { Secret = true },
        (OutputValue { Secret: true }, _) => new SecretValue(after),
        (OutputValue { Value: { } old }, _) => Keep(old, after),
        (ObjectValue old, ObjectValue changed) => PropertyValue.Of(Keep(old.Map, changed.Map)),
        (ListValue old, ListValue changed) => KeepItems(old, changed),
        _ => after,
    };

    /// <summary>Items move when a list is edited, so one secret item makes every new item secret that was not there before in clear.</summary>
    private static ListValue KeepItems(ListValue before, ListValue after)
    {
        if (!before.ContainsSecret())
        {
            return after;
        }

        var clear = before.Items.Where(item => !item.ContainsSecret()).ToHashSet();
        return new ListValue([.. after.Items.Select(item => item is SecretValue || item.ContainsSecret() || clear.Contains(item) ? item : new SecretValue(item))]);
    }
}
