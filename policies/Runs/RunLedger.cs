using System.Collections.Concurrent;

namespace FinOps.Policies.Runs;

/// <summary>
/// Which rules have judged what in one run. A rule that met a value that only the update will tell has judged nothing, and what it did
/// not find is not fixed. Calls come in parallel.
/// </summary>
public sealed class RunLedger
{
    private readonly ConcurrentDictionary<(string Rule, string Urn), bool> _judged = new();

    /// <param name="urn">Empty for a rule about the stack.</param>
    /// <param name="toTheEnd">False when the rule gave up before its end.</param>
    public void Note(string rule, string urn, bool toTheEnd) => _judged[(rule, urn)] = toTheEnd;

    public bool HasJudged(string rule, string urn) => _judged.GetValueOrDefault((rule, urn)) || _judged.GetValueOrDefault((rule, ""));

    /// <summary>What a rule gave up on.</summary>
    public IEnumerable<string> GivenUp(string rule) => _judged.Where(entry => entry.Key.Rule == rule && !entry.Value).Select(entry => entry.Key.Urn);
}
