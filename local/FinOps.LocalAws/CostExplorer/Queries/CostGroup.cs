namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>The sums of one group in every period.</summary>
internal sealed class CostGroup(IReadOnlyList<string> keys, int periods, int metrics)
{
    private readonly long[] _sums = new long[periods * metrics];
    private readonly bool[] _present = new bool[periods];

    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>Unit of usage if all rows have the same one, else null.</summary>
    public string? Unit { get; private set; }

    private bool _hasRows;

    /// <summary>Whether any row of the group lies in the period.</summary>
    public bool IsIn(int period) => _present[period];

    /// <summary>In millionths.</summary>
    public long Sum(int period, int metric) => _sums[(period * metrics) + metric];

    public void Add(int period, int metric, long value) => _sums[(period * metrics) + metric] += value;

    public void Touch(int period) => _present[period] = true;

    public void NoteUnit(string unit)
    {
        Unit = !_hasRows || Unit == unit ? unit : null;
        _hasRows = true;
    }
}
