using System.Collections.Immutable;
using System.Text.Json;

namespace FinOps.Core.Rollout.Evidence;

/// <summary>
/// The tags that a call sent, from CloudTrail's requestParameters. Services write them in many ways:
/// <code>
/// "tags":[{"key":"Team","value":"a"}]   "tags":{"Team":"a"}   "tags":[{"tagKey":"Team","tagValue":"a"}]   "tagSet":{"items":[{"key":"Team","value":"a"}]}
/// "tagSpecificationSet":{"items":[{"resourceType":"instance","tags":[{"key":"Team","value":"a"}]}]}
/// "CreateNatGatewayRequest":{"TagSpecification":{"ResourceType":"natgateway","tag":1,"Tag":{"Key":"Team","Value":"a","tag":1}}}
/// </code>
/// </summary>
internal sealed class SentTags
{
    private static readonly string[] Lists = ["tags", "taglist", "tagset"];

    private readonly Dictionary<string, Dictionary<string, string>> _byType = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _all = new(StringComparer.Ordinal);
    private bool _known;
    private bool _template;

    private SentTags(bool known) => _known = known;

    /// <summary>The keys of a call that removes tags; empty when it names none.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>Null when the record does not say which tags were sent.</summary>
    public ImmutableDictionary<string, string>? All => !_known || _template ? null : Plain(_all.Concat(_byType.Values.SelectMany(tags => tags)));

    public static SentTags Read(JsonElement parameters)
    {
        // CloudTrail leaves parameters out when they are too large, and services when the call was refused early.
        if (parameters.ValueKind != JsonValueKind.Object || (Member(parameters, "omitted") is { ValueKind: JsonValueKind.True }))
        {
            return new SentTags(known: false);
        }

        var tags = new SentTags(known: true);
        tags.Scan(parameters, deeper: true);
        return tags;
    }

    /// <summary>The tags for one type of resource, <c>volume</c>; null when they are not known.</summary>
    public ImmutableDictionary<string, string>? For(string type) =>
        !_known ? null
        : _byType.TryGetValue(type, out var tags) ? Plain(tags)
        // A launch template may hold tags that the call itself does not show.
        : _template ? null
        : Plain(_all);

    private static ImmutableDictionary<string, string> Plain(IEnumerable<KeyValuePair<string, string>> tags) =>
        tags.Aggregate(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), (all, tag) => all.SetItem(tag.Key, tag.Value));

    private void Scan(JsonElement parameters, bool deeper)
    {
        foreach (var member in parameters.EnumerateObject())
        {
            var name = member.Name.ToLowerInvariant();
            if (name.StartsWith("tagspecification", StringComparison.Ordinal))
            {
                Specification(member.Value);
            }
            else if (Lists.Contains(name))
            {
                Collect(member.Value, _all);
            }
            else if (name == "tagkeys")
            {
                Collect(member.Value, _all);
            }
            else if (name == "launchtemplate")
            {
                _template = true;
            }
            else if (deeper && member.Value.ValueKind == JsonValueKind.Object)
            {
                Scan(member.Value, deeper: false);
            }
        }
    }

    private void Specification(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var each in json.EnumerateArray())
            {
                Specification(each);
            }
        }
        else if (json.ValueKind != JsonValueKind.Object)
        {
            _known = false;
        }
        else if (Member(json, "items") is { } items)
        {
            Specification(items);
        }
        else if (Member(json, "resourceType") is { ValueKind: JsonValueKind.String } type)
        {
            var tags = _byType.TryGetValue(type.GetString()!, out var found) ? found : _byType[type.GetString()!] = new(StringComparer.Ordinal);
            foreach (var list in json.EnumerateObject().Where(member => member.Name.ToLowerInvariant() is "tags" or "tag" or "tagset" && member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object))
            {
                Collect(list.Value, tags);
            }
        }
    }

    private void Collect(JsonElement json, Dictionary<string, string> tags)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return;
            case JsonValueKind.Array:
                foreach (var each in json.EnumerateArray())
                {
                    if (each.ValueKind == JsonValueKind.String)
                    {
                        Keys.Add(each.GetString()!);
                    }
                    else
                    {
                        Collect(each, tags);
                    }
                }

                return;
            case JsonValueKind.Object when (Member(json, "items") ?? Member(json, "Tag")) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } inner:
                Collect(inner, tags);
                return;
            case JsonValueKind.Object when (Member(json, "key") ?? Member(json, "tagKey")) is { ValueKind: JsonValueKind.String } key:
                tags[key.GetString()!] = Text(Member(json, "value") ?? Member(json, "tagValue"));
                return;
            case JsonValueKind.Object:
                foreach (var tag in json.EnumerateObject())
                {
                    tags[tag.Name] = Text(tag.Value);
                }

                return;
            default:
                // HIDDEN_DUE_TO_SECURITY_REASONS and whatever else is no list of tags.
                _known = false;
                return;
        }
    }

    private static string Text(JsonElement? json) => json is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static JsonElement? Member(JsonElement json, string name)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }
}
