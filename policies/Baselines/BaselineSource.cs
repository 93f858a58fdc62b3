using FinOps.Core.Baselines;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Policies.Model;

namespace FinOps.Policies.Baselines;

/// <summary>Reads a baseline and holds it against the rules of the pack.</summary>
public static class BaselineSource
{
    /// <param name="problems">Takes every mistake: the form of the file, and rules that the pack does not have.</param>
    /// <returns>An empty baseline when there is no file.</returns>
    public static Baseline Load(string path, IReadOnlyList<Rule> rules, ICollection<Problem> problems)
    {
        var baseline = Baseline.Load(path, problems);
        var ids = rules.Where(rule => !rule.IsAboutThePack).Select(rule => rule.Id).ToList();
        foreach (var entry in baseline.Entries.Where(entry => !ids.Contains(entry.Rule)))
        {
            problems.Add(new Problem("FIN2020", path, $"{entry.Key}", $"rule '{entry.Rule}'", string.Join(", ", ids), Spelling.DidYouMean(entry.Rule, ids)));
        }

        return baseline;
    }
}
