namespace FinOps.Core.Costs.Analysis;

/// <param name="Key">The value as the bill has it; empty for "none".</param>
/// <param name="Label">What a person reads, for example an account's name.</param>
/// <param name="Current">The month so far.</param>
/// <param name="CurrentComparable">The part of <paramref name="Current"/> that has a twin in the month before.</param>
/// <param name="SameDaysBefore">The same days of the month before.</param>
/// <param name="PreviousMonth">The whole month before.</param>
public sealed record BreakdownRow(
    string Key, string Label, Money Current, Money CurrentComparable, Money SameDaysBefore, Money PreviousMonth)
{
    public Money Change => CurrentComparable - SameDaysBefore;

    /// <summary>0.25 for a quarter more; null when there was nothing before.</summary>
    public decimal? ChangeRatio => Change.ShareOf(SameDaysBefore.Abs());
}
