using System.Collections.Immutable;
using System.Globalization;
using FinOps.LocalEngine.Providers.Aws.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Reading;

/// <summary>
/// Holds what AWS has against what was declared. Where both say the same, by the rules below, the declared value stays as it was written;
/// elsewhere the live value takes its place. What was not declared counts only when it differs from what AWS sets by itself.
/// </summary>
internal static class LiveInputs
{
    /// <summary>Lists whose order means something; all others are sets to AWS.</summary>
    private static readonly HashSet<string> _ordered = new(StringComparer.Ordinal) { "columns", "commands", "entryPoints", "layers", "partitionKeys", "rules" };

    /// <summary>Texts that are JSON documents.</summary>
    private static readonly HashSet<string> _documents = new(StringComparer.Ordinal)
    {
        "archivePolicy", "assumeRolePolicy", "content", "dashboardBody", "deliveryPolicy", "eventPattern", "filterPolicy", "inlinePolicy", "inputParameters", "monitorSpecification", "policy", "redriveAllowPolicy", "redrivePolicy",
    };

    /// <param name="declared">The inputs as the state has them; secrets may be wrapped.</param>
    /// <param name="live">What a read found; null means that AWS has nothing there, absent that it does not tell.</param>
    /// <param name="defaults">What AWS sets where nothing is declared; a list here has one item, which stands for all.</param>
    public static PropertyMap Merge(PropertyMap declared, PropertyMap live, PropertyMap defaults)
    {
        var merged = declared;
        foreach (var (name, value) in live)
        {
            var before = declared.Find(name);
            var now = Merge(name, before?.Plain(), value, defaults.Find(name));
            if (Equals(now, before?.Plain()))
                continue;
            merged = now is null ? merged.Remove(name) : merged.Set(name, before?.ContainsSecret() == true ? new SecretValue(now) : now);
        }
        return merged;
    }

    /// <returns>The declared value itself when AWS has the same; null when there is nothing.</returns>
    private static PropertyValue? Merge(string name, PropertyValue? declared, PropertyValue live, PropertyValue? byDefault)
    {
        if (live is NullValue)
            return IsEmpty(declared) ? declared : null;
        switch (declared is null or NullValue ? byDefault : declared, live)
        {
            case (null, _):
                return IsEmpty(live) ? declared : live;
            case (ObjectValue expected, ObjectValue found):
                var own = declared as ObjectValue;
                var nested = Objects(own?.Map ?? PropertyMap.Empty, found.Map, (byDefault as ObjectValue)?.Map ?? (own is null ? expected.Map : PropertyMap.Empty));
                return nested.Equals(own?.Map ?? PropertyMap.Empty) ? declared : nested;
            case (ListValue expected, ListValue found):
                var items = Lists(name, expected.Items, found.Items, (byDefault as ListValue)?.Items.FirstOrDefault());
                return items.SequenceEqual(expected.Items) ? declared : PropertyValue.Of(items);
            case (var expected, _):
                return Same(name, expected, live) || (IsEmpty(expected) && IsEmpty(live)) ? declared : live;
        }
    }

    private static PropertyMap Objects(PropertyMap declared, PropertyMap live, PropertyMap defaults) => PropertyMap.Create(declared.Keys.Union(live.Keys)
        .Select(name => (name, value: Merge(name, declared.Find(name), live.Find(name) ?? PropertyValue.Null, defaults.Find(name))))
        .Where(member => member.value is not null)
        .Select(member => KeyValuePair.Create(member.name, member.value!)));

    private static List<PropertyValue> Lists(string name, ImmutableArray<PropertyValue> declared, ImmutableArray<PropertyValue> live, PropertyValue? byDefault)
    {
        PropertyValue Item(PropertyValue one, PropertyValue found) => Merge(name, one, found, byDefault) ?? found;
        if (_ordered.Contains(name))
            return [.. live.Select((item, i) => i < declared.Length ? Item(declared[i], item) : item)];

        // What is equal finds its place first, then what is alike (anything, when nothing was added or taken away), so that
        // a change shows as one; the rest is new.
        var rest = live.ToList();
        var places = declared.Select(item => rest.FindIndex(found => Equals(Item(item, found), item)) is var at and >= 0 ? Take(rest, at, item) : null).ToArray();
        for (var i = 0; i < places.Length; i++)
            if (places[i] is null && rest.FindIndex(found => declared.Length == live.Length || AreAlike(declared[i], found)) is var at and >= 0)
                places[i] = Item(declared[i], Take(rest, at, rest[at]));
        return [.. places.OfType<PropertyValue>(), .. rest];
    }

    private static PropertyValue Take(List<PropertyValue> rest, int at, PropertyValue value)
    {
        rest.RemoveAt(at);
        return value;
    }

    /// <summary>Structures of which at least half of the members are equal.</summary>
    private static bool AreAlike(PropertyValue one, PropertyValue other) => (one, other) is (ObjectValue a, ObjectValue b)
        && a.Map.Count(member => Equals(member.Value, b.Map.Find(member.Key))) * 2 >= a.Map.Count;

    private static bool Same(string name, PropertyValue expected, PropertyValue live) => (expected, live) switch
    {
        (ResourceReferenceValue { Id: { } id }, _) => id.Equals(live),
        (StringValue or ObjectValue, StringValue text) when _documents.Contains(name) => JsonDocuments.Same(PolicyDocument.Text(expected), text.Value),
        // Budgets writes 100 as 100.0.
        (StringValue one, StringValue other) when name is "amount" or "limitAmount" =>
            decimal.TryParse(one.Value, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(other.Value, CultureInfo.InvariantCulture, out var b) && a == b,
        _ => expected.Equals(live),
    };

    /// <summary>Values that say no more than nothing does.</summary>
    private static bool IsEmpty(PropertyValue? value) => value switch
    {
        null or NullValue or BoolValue { Value: false } or NumberValue { Value: 0 } or StringValue { Value: "" } => true,
        ListValue list => list.Items.IsEmpty,
        ObjectValue nested => nested.Map.Values.All(IsEmpty),
        _ => false,
    };
}
