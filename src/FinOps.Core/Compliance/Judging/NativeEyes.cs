using FinOps.Core.Compliance.Results;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Compliance.Judging;

/// <summary>Tells which findings AWS's compliance summary would show too, were the tag policy of the standard attached everywhere.</summary>
internal static class NativeEyes
{
    public static NativeSight See(TagStandard standard, string type, LiveVerdict verdict)
    {
        var names = LiveTypes.PolicyNamesOf(type);
        if (names.IsEmpty)
        {
            return NativeSight.TypeNotSupported;
        }

        if (verdict.NeverTagged)
        {
            return NativeSight.NeverTagged;
        }

        var findings = verdict.Findings.Select(judged => judged.Finding).ToList();
        return findings.Exists(finding => standard.Key(finding.Key) is { } rule && Sees(rule, finding, names)) ? NativeSight.Seen
            : findings.TrueForAll(finding => finding.Kind == TagFindingKind.MissingKey) ? NativeSight.MissingNotReported
            : NativeSight.NotExpressible;
    }

    private static bool Sees(TagKeyRule rule, TagFinding finding, IEnumerable<PolicyTypeName> names) => finding.Kind switch
    {
        TagFindingKind.MissingKey => rule.ReportRequiredFor.Any(listed => PolicyTypeName.TryParse(listed, out var name) && names.Any(name.Covers)),
        TagFindingKind.KeyMiscased => rule.Name.Equals(finding.FoundKey, StringComparison.OrdinalIgnoreCase),
        TagFindingKind.ValueNotAllowed or TagFindingKind.ValueMiscased or TagFindingKind.ValueMisspelt =>
            !rule.Values.IsEmpty && finding.FoundValue is { } value && !rule.Values.Contains(value),
        _ => false,
    };
}
