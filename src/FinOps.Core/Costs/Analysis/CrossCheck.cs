namespace FinOps.Core.Costs.Analysis;

/// <summary>
/// The same sum, resource usage of the month and the month before, as three separate answers give it. They must agree to the cent;
/// when they do not, an answer was cut off or the data changed between the questions, and the report must say so.
/// </summary>
/// <param name="ByAccount">Null when that answer did not come; so with the others.</param>
public sealed record CrossCheck(Money? ByAccount, Money? ByService, Money? ByRegion)
{
    private static readonly decimal Tolerance = 0.01m;

    public bool Agrees
    {
        get
        {
            var known = new[] { ByAccount, ByService, ByRegion }.OfType<Money>().ToList();
            return known.Count == 0 || (known.Max() - known.Min()).Amount < Tolerance;
        }
    }
}
