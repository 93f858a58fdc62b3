using FinOps.Core.Costs;

namespace FinOps.Core.Compliance.Results;

/// <param name="Resources">How many.</param>
/// <param name="Spend">What they cost; zero when spend is not known at all.</param>
public readonly record struct Part(int Resources, Money Spend)
{
    public static Part operator +(Part left, Part right) => new(left.Resources + right.Resources, left.Spend + right.Spend);

    public static Part Add(Part left, Part right) => left + right;
}
