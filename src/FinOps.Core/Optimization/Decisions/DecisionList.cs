using System.Collections.Immutable;
using FinOps.Core.Problems;

namespace FinOps.Core.Optimization.Decisions;

/// <summary>The decisions of the organization, from <c>optimization-decisions.yaml</c>.</summary>
/// <param name="Source">The file.</param>
/// <param name="Decisions">In the order of the file.</param>
public sealed record DecisionList(string Source, ImmutableArray<Decision> Decisions)
{
    public const string FileName = "optimization-decisions.yaml";

    public static DecisionList Empty { get; } = new("no decisions", []);

    /// <exception cref="ProblemException">Every mistake in the text (FIN2001 to FIN2005, FIN5120).</exception>
    public static DecisionList Parse(string text, string source) => DecisionReader.Read(text, source);
}
