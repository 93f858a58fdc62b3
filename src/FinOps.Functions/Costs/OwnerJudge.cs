using FinOps.Core.Costs.Analysis;
using FinOps.Core.Tagging;

namespace FinOps.Functions.Costs;

/// <summary>Holds values of the allocation tag against the tag standard. A key that the standard does not know takes any value.</summary>
internal sealed class OwnerJudge(TagStandard standard, string key)
{
    public TagVerdict Judge(string value)
    {
        if (value.Length == 0)
            return TagVerdict.Unallocated($"no {key} tag");
        return standard.IsAllowed(key, value, out var suggestion)
            ? TagVerdict.Allocated(standard.Team(value)?.OwnerEmail)
            : TagVerdict.Unallocated("not a value of the tag standard", suggestion);
    }
}
