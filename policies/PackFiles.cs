using FinOps.Core.Baselines;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Policies.Baselines;
using FinOps.Policies.Tagging;
using FinOps.Policies.Waivers;

namespace FinOps.Policies;

/// <summary>What the pack reads before it judges anything: the tag standard, and beside it the waivers and the baseline.</summary>
public sealed record PackFiles(StandardSource Standard, WaiverList Waivers, Baseline Baseline)
{
    /// <param name="packDirectory">Where the pack runs from.</param>
    /// <param name="variable">Environment variables.</param>
    /// <exception cref="ProblemException">Every mistake of every file.</exception>
    public static PackFiles Locate(string packDirectory, Func<string, string?> variable)
    {
        var problems = new List<Problem>();
        var path = StandardSource.Find(packDirectory, variable);
        // The rules are the same by whatever standard they judge, so the other files can be checked beside a broken one.
        var standard = new StandardSource(StandardSource.BuiltIn());
        try
        {
            standard = path is null ? standard : new StandardSource(TagStandard.Load(path));
        }
        catch (ProblemException mistakes)
        {
            problems.AddRange(mistakes.Problems);
        }

        var folder = path is null ? packDirectory : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var rules = RuleCatalogue.Create(standard);
        var waivers = WaiverSource.Load(Path.Combine(folder, WaiverList.FileName), rules, problems);
        var baseline = BaselineSource.Load(Path.Combine(folder, Baseline.FileName), rules, problems);
        return problems.Count == 0 ? new PackFiles(standard, waivers, baseline) : throw new ProblemException(problems);
    }
}
