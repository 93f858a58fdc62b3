using System.Globalization;
using FinOps.Core.Costs;

namespace FinOps.Functions.AllocationTags;

/// <summary>Cost Explorer's instants: <c>2026-01-01T00:00:00Z</c>.</summary>
internal static class Instants
{
    /// <summary>Null for no text and for text of another form.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    public static string Begin(BillingMonth month) => month.FirstDay.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
