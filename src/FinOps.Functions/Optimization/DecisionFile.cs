using FinOps.Core.Files;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Problems;

namespace FinOps.Functions.Optimization;

/// <summary>The decisions beside the tag standard; without the file nothing is decided.</summary>
public static class DecisionFile
{
    /// <exception cref="ProblemException">Every mistake in it.</exception>
    public static DecisionList Load(string path)
    {
        var problems = new List<Problem>();
        var text = Utf8File.ReadIfThere(path, DecisionText.Bad, "Give read access to it, or save it as UTF-8.", problems);
        return problems.Count > 0 ? throw new ProblemException(problems) : text is null ? DecisionList.Empty : DecisionList.Parse(text, path);
    }
}
