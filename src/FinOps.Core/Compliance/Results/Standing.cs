using FinOps.Core.Compliance.Judging;
using FinOps.Core.Costs;

namespace FinOps.Core.Compliance.Results;

/// <summary>How a set of resources stands: how many are in each state, and what they cost.</summary>
public sealed record Standing(Part Compliant, Part NonCompliant, Part Waived, Part NothingAsked, Part UnknownType)
{
    public static Standing Empty(string currency)
    {
        var none = new Part(0, Money.Zero(currency));
        return new Standing(none, none, none, none, none);
    }

    public Part Total => Compliant + NonCompliant + Waived + NothingAsked + UnknownType;

    /// <summary>Compliant resources as a share of those that are compliant or not, 1 being all; null when there are none of either. Waived ones are neither.</summary>
    public decimal? Share => Compliant.Resources + NonCompliant.Resources is var judged and > 0 ? (decimal)Compliant.Resources / judged : null;

    /// <summary>The same share of what they cost.</summary>
    public decimal? SpendShare => Compliant.Spend.ShareOf(Compliant.Spend + NonCompliant.Spend);

    /// <summary><see cref="Share"/> as it would be if no waiver held.</summary>
    public decimal? ShareWithoutWaivers => Compliant.Resources + NonCompliant.Resources + Waived.Resources is var judged and > 0 ? (decimal)Compliant.Resources / judged : null;

    public static Standing operator +(Standing left, Standing right) => new(
        left.Compliant + right.Compliant, left.NonCompliant + right.NonCompliant, left.Waived + right.Waived, left.NothingAsked + right.NothingAsked, left.UnknownType + right.UnknownType);

    public static Standing Add(Standing left, Standing right) => left + right;

    public Standing With(ComplianceState state, Part more) => state switch
    {
        ComplianceState.Compliant => this with { Compliant = Compliant + more },
        ComplianceState.NonCompliant => this with { NonCompliant = NonCompliant + more },
        ComplianceState.Waived => this with { Waived = Waived + more },
        ComplianceState.NothingAsked => this with { NothingAsked = NothingAsked + more },
        ComplianceState.UnknownType => this with { UnknownType = UnknownType + more },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state"),
    };
}
