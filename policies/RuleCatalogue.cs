using System.Collections.Immutable;
using FinOps.Policies.Model;
using FinOps.Policies.Rules;
using FinOps.Policies.Tagging;

namespace FinOps.Policies;

/// <summary>Every rule of the pack, in the order in which findings are shown.</summary>
public static class RuleCatalogue
{
    public static ImmutableArray<Rule> Create(StandardSource standards) =>
    [
        new RequiredTagMissing(standards),
    ];
}
