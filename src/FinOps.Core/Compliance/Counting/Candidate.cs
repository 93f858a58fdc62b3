using FinOps.Core.Compliance.Actions;

namespace FinOps.Core.Compliance.Counting;

/// <summary>A resource that may be listed, in little room: ARNs take half of it as bytes, and most resources share their mistakes.</summary>
internal readonly record struct Candidate(byte[] Arn, CellKey Cell, decimal? Exact, CandidateText What)
{
    /// <summary>Dearest first, then the most mistakes, then by ARN: whatever order the resources came in.</summary>
    public static int Compare(Candidate left, Candidate right)
    {
        var order = (right.Exact ?? 0).CompareTo(left.Exact ?? 0);
        order = order != 0 ? order : right.What.Findings.Count.CompareTo(left.What.Findings.Count);
        return order != 0 ? order : left.Arn.AsSpan().SequenceCompareTo(right.Arn);
    }
}

/// <param name="Findings">One sentence each.</param>
internal sealed record CandidateText(IReadOnlyList<string> Findings, Remedy Remedy);
