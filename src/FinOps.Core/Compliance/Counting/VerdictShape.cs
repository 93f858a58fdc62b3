using System.Collections.Immutable;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;

namespace FinOps.Core.Compliance.Counting;

/// <summary>What verdicts have in common however many resources get them: there are few, so counting by them loses nothing and takes little room.</summary>
/// <param name="Sight">Only of resources that are not compliant.</param>
/// <param name="Text">Tells shapes apart.</param>
internal sealed record VerdictShape(ComplianceState State, NativeSight Sight, ImmutableArray<ShapeFinding> Findings, string Text)
{
    public static VerdictShape Of(TagStandard standard, string type, LiveVerdict verdict)
    {
        ImmutableArray<ShapeFinding> findings = [.. verdict.Findings.Select(ShapeFinding.Of)];
        var sight = verdict.State == ComplianceState.NonCompliant ? NativeEyes.See(standard, type, verdict) : NativeSight.Seen;
        return new VerdictShape(verdict.State, sight, findings, $"{verdict.State} {sight}\n{string.Join('\n', findings)}");
    }
}

/// <param name="Key">Of the standard; empty for a key that it does not know, of which there is no end.</param>
internal sealed record ShapeFinding(string Rule, TagFindingKind Kind, string Key, Waiver? Waiver, Waiver? Lapsed)
{
    public static ShapeFinding Of(JudgedFinding judged) =>
        new(judged.Rule, judged.Finding.Kind, judged.Rule == TagFindingRules.Limit ? "" : judged.Finding.Key, judged.Waiver, judged.Lapsed);

    /// <summary>Waivers of one file are told apart by their lines.</summary>
    public override string ToString() => $"{Rule} {Kind} {Key} {Waiver?.Line} {Lapsed?.Line}";
}
