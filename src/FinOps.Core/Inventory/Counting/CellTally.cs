namespace FinOps.Core.Inventory.Counting;

/// <summary>
/// How often something was seen in each cell (a number that stands for account, region and type). Most values are seen in one cell, some in
/// thousands: a short list is searched from end to end, a long one becomes a dictionary.
/// </summary>
internal struct CellTally
{
    private const int LongestList = 8;

    private (int Cell, int Count)[]? _list;
    private Dictionary<int, int>? _map;
    private int _used;

    public void Add(int cell)
    {
        if (_map is not null)
        {
            _map[cell] = _map.GetValueOrDefault(cell) + 1;
            return;
        }

        for (var at = 0; at < _used; at++)
        {
            if (_list![at].Cell == cell)
            {
                _list[at].Count++;
                return;
            }
        }

        if (_used == LongestList)
        {
            _map = _list!.ToDictionary(entry => entry.Cell, entry => entry.Count);
            _map.Add(cell, 1);
            _list = null;
            return;
        }

        _list ??= new (int, int)[1];
        if (_used == _list.Length)
            Array.Resize(ref _list, _used * 2);
        _list[_used++] = (cell, 1);
    }

    public readonly IEnumerable<(int Cell, int Count)> Entries() =>
        _map is not null ? _map.Select(entry => (entry.Key, entry.Value)) : (_list ?? []).Take(_used);
}
