namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>
/// Daily amounts in integer arithmetic only, so that they are the same on every machine.
/// An amount depends on the resource and the calendar day, not on the day the organization is looked at.
/// </summary>
internal static class DailyCurve
{
    private const long PerMille = 1_000;
    private const long PerMillion = 1_000_000;

    // Linear growth of about 1.5 % of the starting amount in a month.
    private const long GrowthPerDay = 500;

    private static readonly int AnchorDay = new DateOnly(2025, 1, 1).DayNumber;

    // Sunday first, as DayOfWeek counts; per mille of an ordinary day.
    private static readonly long[] Customer = [1040, 955, 970, 985, 1000, 1060, 1120];
    private static readonly long[] Office = [420, 1050, 1080, 1090, 1075, 1030, 440];
    private static readonly long[] Committed = [900, 1000, 1000, 1000, 1000, 1000, 920];
    private static readonly long[] Even = [1000, 1000, 1000, 1000, 1000, 1000, 1000];

    /// <param name="baseAmount">Amount of an ordinary weekday at the anchor date.</param>
    /// <param name="noiseSeed">Identifies the resource.</param>
    public static void Fill(Span<long> column, DateOnly firstDay, long baseAmount, LoadShape shape, ulong noiseSeed)
    {
        var week = shape switch
        {
            LoadShape.Customer => Customer,
            LoadShape.Office => Office,
            LoadShape.Committed => Committed,
            _ => Even,
        };
        var grows = shape is not (LoadShape.Idle or LoadShape.Committed);
        var noise = shape switch
        {
            LoadShape.Steady => 20UL,
            LoadShape.Customer or LoadShape.Office => 60UL,
            _ => 0UL,
        };
        for (var i = 0; i < column.Length; i++)
        {
            var day = firstDay.DayNumber + i;
            // DayNumber 0 (0001-01-01) was a Monday.
            var amount = baseAmount * week[(day + 1) % 7] / PerMille;
            if (grows)
                amount = amount * GrowthOn(day) / PerMillion;
            if (noise > 0)
                amount = amount * NoiseOn(day, noise, noiseSeed) / PerMille;
            column[i] = amount;
        }
    }

    // Never below a tenth, so that dates long before the anchor still have costs.
    private static long GrowthOn(int day) => Math.Max(PerMillion / 10, PerMillion + ((day - AnchorDay) * GrowthPerDay));

    private static long NoiseOn(int day, ulong amplitude, ulong seed) =>
        PerMille - (long)amplitude + (long)(StableHash.Mix(seed ^ (ulong)day) % ((2 * amplitude) + 1));
}
