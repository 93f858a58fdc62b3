namespace FinOps.Core.Costs.Analysis;

/// <summary>
/// The same sum, resource usage of all gathered days, as three separate answers give it. They must agree to the cent;
/// when they do not, an answer was cut off or the data changed between the questions, and the report must say so.
/// </summary>
public sealed record CrossCheck(Money ByAccount, Money ByService, Money ByRegion)
{
    private static readonly decimal Tolerance = 0.01m;

    public bool Agrees =>
        (ByAccount - ByService).Abs().Amount < Tolerance && (ByAccount - ByRegion).Abs().Amount < Tolerance;
}
