using System.Text;
using FinOps.Core.Problems;
using FinOps.Core.Waivers;
using FinOps.Policies.Model;

namespace FinOps.Policies.Waivers;

/// <summary>Finds <c>waivers.yaml</c> beside the tag standard and holds it against the rules of the pack.</summary>
public static class WaiverSource
{
    /// <returns>No waivers when there is no file.</returns>
    /// <exception cref="ProblemException">Every mistake in the file: its form, rules that the pack does not have, lives that are too long.</exception>
    public static WaiverList Locate(string standardPath, IReadOnlyList<Rule> rules)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(standardPath))!, WaiverList.FileName);
        if (!File.Exists(path))
        {
            return WaiverList.Empty;
        }

        try
        {
            return Checked(WaiverList.Parse(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), path), rules);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new ProblemException([new Problem("FIN2009", path, "file", failure.Message, "a readable UTF-8 file", "Mend the file or remove it.")]);
        }
    }

    public static WaiverList Checked(WaiverList list, IReadOnlyList<Rule> rules)
    {
        var problems = new List<Problem>();
        foreach (var waiver in list.Waivers)
        {
            if (rules.FirstOrDefault(rule => rule.Id == waiver.Rule) is not { } rule)
            {
                problems.Add(new Problem("FIN2011", list.Source, $"{waiver.Line}:1 rule", $"'{waiver.Rule}'", string.Join(", ", rules.Select(each => each.Id)), "Name a rule of the pack."));
            }
            else if (list.MaxLife[rule.Severity.ToString().ToLowerInvariant()] is var most && waiver.LifeInDays > most)
            {
                problems.Add(new Problem("FIN2011", list.Source, $"{waiver.Line}:1 expires", $"a life of {waiver.LifeInDays} days",
                    $"at most {most} days for {waiver.Rule}, whose severity is {rule.Severity.ToString().ToLowerInvariant()}", $"Let it expire on {waiver.Since.AddDays(most):yyyy-MM-dd} or earlier."));
            }
        }

        return problems.Count == 0 ? list : throw new ProblemException(problems);
    }
}
