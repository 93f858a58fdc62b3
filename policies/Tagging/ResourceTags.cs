using System.Globalization;
using Pulumi.Policy;
using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Tagging;

/// <summary>The tags that a resource will have: the provider's default tags, then <c>tagsAll</c>, then its own <c>tags</c>.</summary>
/// <param name="Known">Key to value; a null value is one that is not known yet.</param>
/// <param name="UnknownPath">Where a part stands that may hold more keys and is not known yet; null when all keys are known.</param>
public sealed record ResourceTags(IReadOnlyDictionary<string, string?> Known, PolicyValue? UnknownPath)
{
    public static ResourceTags Read(PolicyResource resource, TagShape shape)
    {
        var tags = new Dictionary<string, string?>(StringComparer.Ordinal);
        PolicyValue? unknown = null;
        if (resource.Provider is { } provider)
        {
            var defaults = provider.Property("defaultTags");
            AddMap(defaults.IsUnknown ? defaults : defaults["tags"], tags, ref unknown);
        }

        AddMap(resource.Properties["tagsAll"], tags, ref unknown);
        var own = resource.Properties["tags"];
        if (shape == TagShape.GroupTags)
        {
            AddList(own, tags, ref unknown);
        }
        else
        {
            AddMap(own, tags, ref unknown);
        }

        return new ResourceTags(tags, unknown);
    }

    private static void AddMap(PolicyValue map, Dictionary<string, string?> tags, ref PolicyValue? unknown)
    {
        if (map.IsUnknown)
        {
            unknown ??= map;
            return;
        }

        foreach (var key in map.Keys)
        {
            Add(key, map[key], tags);
        }
    }

    private static void AddList(PolicyValue list, Dictionary<string, string?> tags, ref PolicyValue? unknown)
    {
        if (list.IsUnknown)
        {
            unknown ??= list;
            return;
        }

        foreach (var item in list.Items())
        {
            var key = item.IsUnknown ? item : item["key"];
            if (key.IsUnknown)
            {
                unknown ??= key;
            }
            else if (key.AsString() is { } name)
            {
                Add(name, item["value"], tags);
            }
        }
    }

    private static void Add(string key, PolicyValue value, Dictionary<string, string?> tags)
    {
        if (value.IsUnknown)
        {
            tags[key] = null;
        }
        else if (value.Exists && value.Raw is not null)
        {
            // The provider turns numbers and booleans into text before they reach AWS.
            tags[key] = value.Raw.Plain() switch
            {
                StringValue text => text.Value,
                BoolValue flag => flag.Value ? "true" : "false",
                NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
                _ => null,
            };
        }
    }
}
