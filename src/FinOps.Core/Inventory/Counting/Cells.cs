namespace FinOps.Core.Inventory.Counting;

/// <summary>Numbers for the places in which resources stand, so that a count by place needs four bytes and not three texts.</summary>
internal sealed class Cells
{
    private readonly Dictionary<(string AccountId, string Region, string Type), int> _numbers = [];
    private readonly List<(string AccountId, string Region, string Type)> _cells = [];

    public int NumberOf(LiveResource resource)
    {
        var cell = (resource.AccountId, resource.Region, resource.Type);
        if (!_numbers.TryGetValue(cell, out var number))
        {
            number = _cells.Count;
            _numbers.Add(cell, number);
            _cells.Add(cell);
        }

        return number;
    }

    /// <summary>Counts by one side of the place, most first, then by name.</summary>
    public IReadOnlyList<PlaceCount> By(Func<(string AccountId, string Region, string Type), string> side, CellTally all, CellTally untagged)
    {
        var missing = Sum(untagged, side);
        return [.. Sum(all, side)
            .Select(place => new PlaceCount(place.Key, place.Value, missing.GetValueOrDefault(place.Key)))
            .OrderByDescending(place => place.Resources).ThenBy(place => place.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names(Func<(string AccountId, string Region, string Type), string> side, CellTally tally) =>
        [.. tally.Entries().Select(entry => side(_cells[entry.Cell])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public int NamesCount(Func<(string AccountId, string Region, string Type), string> side, CellTally tally) =>
        tally.Entries().Select(entry => side(_cells[entry.Cell])).Distinct(StringComparer.Ordinal).Count();

    private Dictionary<string, int> Sum(CellTally tally, Func<(string AccountId, string Region, string Type), string> side)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (cell, count) in tally.Entries())
        {
            var name = side(_cells[cell]);
            sums[name] = sums.GetValueOrDefault(name) + count;
        }

        return sums;
    }
}
