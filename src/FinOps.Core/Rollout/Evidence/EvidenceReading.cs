namespace FinOps.Core.Rollout.Evidence;

/// <summary>What was read, and what could not be: an event that nobody could read is not an event that did not happen.</summary>
public sealed record EvidenceReading
{
    /// <summary>Places that are named; the others are only counted.</summary>
    private const int Named = 10;

    private readonly List<string> _mistakes = [];

    public int Files { get; internal set; }

    /// <summary>Records that are events.</summary>
    public long Events { get; internal set; }

    public long MalformedRecords { get; private set; }

    /// <summary>Files without a Records or Events array, or that end in the middle.</summary>
    public int BrokenFiles { get; private set; }

    /// <summary>The first mistakes, with file and record.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    public bool IsWhole => MalformedRecords == 0 && BrokenFiles == 0;

    internal void Malformed(string place, string what, long count = 1)
    {
        MalformedRecords += count;
        Note($"{place}: {what}");
    }

    internal void Broken(string file, string what)
    {
        BrokenFiles++;
        Note($"{file}: {what}");
    }

    private void Note(string mistake)
    {
        if (_mistakes.Count < Named)
        {
            _mistakes.Add(mistake);
        }
    }
}
