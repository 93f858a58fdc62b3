using System.Text.Json.Nodes;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>The tags of one service's resources, by resource id or ARN, with the limits that hold for all of AWS.</summary>
/// <param name="service">Names the collection.</param>
/// <param name="invalid">The service's error for a tag that is not allowed.</param>
/// <param name="tooMany">Its error for more than 50 tags; the same as <paramref name="invalid"/> when null.</param>
internal sealed class TagStore(string service, Func<string, AwsError> invalid, Func<string, AwsError>? tooMany = null)
{
    private const int MaximumTags = 50;
    private readonly string _collection = $"tags/{service}";

    /// <summary>The tags that callers set, or null when none were ever set.</summary>
    public IReadOnlyDictionary<string, string>? Find(StoreSession session, string resource) =>
        session.Get(_collection, resource) is { } tags ? Tags(tags) : null;

    /// <summary>Everything that callers tagged whose name starts with the prefix, by resource: one question instead of one for each.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, string>> All(LocalStore store, string prefix = "") =>
        store.List(_collection, prefix, prefix).ToDictionary(item => item.Key, item => (IReadOnlyDictionary<string, string>)Tags(item.Value), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Read(StoreSession session, string resource) => Find(session, resource) ?? new Dictionary<string, string>();

    /// <summary>Adds tags to those that stand, or over <paramref name="standing"/> when none were ever set.</summary>
    public void Merge(StoreSession session, string resource, IEnumerable<KeyValuePair<string, string>> tags, IReadOnlyDictionary<string, string>? standing = null)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Find(session, resource) ?? standing ?? new Dictionary<string, string>())
            merged[key] = value;
        foreach (var (key, value) in tags)
            merged[Checked(key, value)] = value;
        if (merged.Count > MaximumTags)
            throw (tooMany ?? invalid)($"A resource can have no more than {MaximumTags} tags.");
        Write(session, resource, merged);
    }

    public void Remove(StoreSession session, string resource, IEnumerable<string> keys, IReadOnlyDictionary<string, string>? standing = null)
    {
        var gone = keys.ToHashSet(StringComparer.Ordinal);
        Write(session, resource, (Find(session, resource) ?? standing ?? new Dictionary<string, string>()).Where(pair => !gone.Contains(pair.Key)));
    }

    public void Forget(StoreSession session, string resource) => session.Delete(_collection, resource);

    /// <summary>Reads a list of key and value structures; the same key twice is refused.</summary>
    public IReadOnlyDictionary<string, string> FromList(IReadOnlyList<JsonInput> list, string key = "Key", string value = "Value")
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in list)
            if (!tags.TryAdd(item.Required(key), item.Optional(value) ?? ""))
                throw invalid($"Duplicate tag key: {item.Required(key)}");
        return tags;
    }

    public static JsonArray ToList(IReadOnlyDictionary<string, string> tags, string key = "Key", string value = "Value") =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new JsonObject { [key] = tag.Key, [value] = tag.Value })];

    public static JsonObject ToMap(IReadOnlyDictionary<string, string> tags) =>
        new(tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));

    private static Dictionary<string, string> Tags(JsonObject stored) => stored.ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);

    private void Write(StoreSession session, string resource, IEnumerable<KeyValuePair<string, string>> tags) =>
        session.Put(_collection, resource, new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))));

    private string Checked(string key, string value)
    {
        if (key.Length is 0 or > 128)
            throw invalid("Tag keys must be between 1 and 128 characters long.");
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            throw invalid($"aws: prefixed tag key names are not allowed for external use: {key}");
        return value.Length <= 256 ? key : throw invalid($"The value of tag {key} is longer than 256 characters.");
    }
}
