using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Tagging;

/// <summary>Every key must be there, each with one of its values; a key without values takes any.</summary>
internal sealed class TagFilters
{
    private const int MostKeys = 50;
    private const int MostValues = 20;

    private readonly List<(string Key, IReadOnlyList<string> Values)> _filters;

    private TagFilters(List<(string, IReadOnlyList<string>)> filters) => _filters = filters;

    public static TagFilters Read(JsonInput input)
    {
        var filters = input.Objects("TagFilters").Select(filter => (Key: filter.Required("Key", 128), Values: filter.Strings("Values"))).ToList();
        if (filters.Count > MostKeys)
            throw input.Fault("TagFilters", $"Member must have length less than or equal to {MostKeys}");
        return filters.TrueForAll(filter => filter.Values.Count <= MostValues)
            ? new TagFilters(filters)
            : throw input.Fault("TagFilters.Values", $"Member must have length less than or equal to {MostValues}");
    }

    public bool Match(IReadOnlyDictionary<string, string> tags) =>
        _filters.TrueForAll(filter => tags.TryGetValue(filter.Key, out var value) && (filter.Values.Count == 0 || filter.Values.Contains(value)));
}
