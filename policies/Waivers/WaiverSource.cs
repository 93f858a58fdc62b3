using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;

namespace FinOps.Policies.Waivers;

/// <summary>Reads <c>waivers.yaml</c> and holds it against the rules of the pack.</summary>
public static class WaiverSource
{
    /// <param name="problems">Takes every mistake: the form of the file, rules that the pack does not have, lives that are too long.</param>
    /// <returns>No waivers when there is no file.</returns>
    public static WaiverList Load(string path, IReadOnlyList<Rule> rules, ICollection<Problem> problems)
    {
        if (Utf8File.ReadIfThere(path, "FIN2009", "Mend the file or remove it.", problems) is not { } text)
        {
            return WaiverList.Empty;
        }

        var list = WaiverList.Read(text, path, problems);
        Check(list, rules, problems);
        return list;
    }

    public static void Check(WaiverList list, IReadOnlyList<Rule> rules, ICollection<Problem> problems)
    {
        var ids = rules.Where(rule => !rule.IsAboutThePack).Select(rule => rule.Id).ToList();
        foreach (var waiver in list.Waivers)
        {
            if (!ids.Contains(waiver.Rule))
            {
                problems.Add(new Problem("FIN2011", list.Source, $"{waiver.Line}:1 rule", $"'{waiver.Rule}'", string.Join(", ", ids), Spelling.DidYouMean(waiver.Rule, ids, "Name a rule of the pack.")));
                continue;
            }

            var severity = rules.Single(rule => rule.Id == waiver.Rule).Severity.ToString().ToLowerInvariant();
            if (list.MaxLife[severity] is var most && waiver.LifeInDays > most)
            {
                problems.Add(new Problem("FIN2011", list.Source, $"{waiver.Line}:1 expires", $"a life of {waiver.LifeInDays} days",
                    $"at most {most} days for {waiver.Rule}, whose severity is {severity}", $"Let it expire on {waiver.Since.AddDays(most):yyyy-MM-dd} or earlier."));
            }
        }
    }
}
