using System.Collections.Immutable;
using FinOps.Core.Problems;

namespace FinOps.Core.Waivers;

/// <summary>The waivers of the organization, from <c>waivers.yaml</c> beside the tag standard.</summary>
/// <param name="Source">The file.</param>
/// <param name="Waivers">In the order of the file.</param>
/// <param name="MaxLife">The longest life in days by severity (low, medium, high, critical).</param>
public sealed record WaiverList(string Source, ImmutableArray<Waiver> Waivers, ImmutableDictionary<string, int> MaxLife)
{
    public const string FileName = "waivers.yaml";

    /// <summary>The rule that watches over waivers, and lists what they hide.</summary>
    public const string UpkeepRule = "WVR001";

    /// <summary>What holds for a severity that the file does not name: the worse a finding, the shorter it may be waived.</summary>
    public static ImmutableDictionary<string, int> DefaultMaxLife { get; } =
        ImmutableDictionary<string, int>.Empty.Add("low", 365).Add("medium", 180).Add("high", 90).Add("critical", 30);

    public static WaiverList Empty { get; } = new("no waivers", [], DefaultMaxLife);

    /// <exception cref="ProblemException">Every mistake in the text (FIN2001 to FIN2006, FIN2011).</exception>
    public static WaiverList Parse(string text, string source)
    {
        var problems = new List<Problem>();
        var list = Read(text, source, problems);
        return problems.Count == 0 ? list : throw new ProblemException(problems);
    }

    /// <param name="problems">Takes every mistake; what could be read is answered all the same, so that it can be judged further.</param>
    public static WaiverList Read(string text, string source, ICollection<Problem> problems) => WaiverReader.Read(text, source, problems);
}
