using System.Text.Json.Serialization;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Reviews;

namespace FinOps.Functions.Costs.Reviews;

/// <summary>What a run leaves for the next week's, as it is kept in the bucket.</summary>
internal sealed record ReviewDocument(
    string Week, DateOnly Day, string Currency, decimal? AllocatedShare, decimal Unallocated, IReadOnlyList<ReviewDocument.Action> Actions)
{
    public static ReviewDocument Of(CostReport report)
    {
        var (analysis, review) = (report.Analysis, report.Analysis.Review);
        return new ReviewDocument(
            review.Week, analysis.Periods.AsOf, analysis.Currency, analysis.Allocation.Share, analysis.Allocation.Unallocated.Amount,
            [.. review.Actions.Select(action => new Action(
                action.Id, action.Kind, action.Subject, action.Cause, action.Stake.Amount, action.Stake.Currency, action.Owner, action.Due))]);
    }

    public EarlierReview ToReview() => new(
        Week, Day, AllocatedShare, new Money(Unallocated, Currency),
        [.. Actions.Select(action => new ReviewAction(
            action.Id, action.Kind, action.Subject, action.Cause, new Money(action.Stake, action.Currency), action.Owner, action.Due))]);

    internal sealed record Action(string Id, ActionKind Kind, string Subject, string? Cause, decimal Stake, string Currency, string? Owner, DateOnly Due);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReviewDocument))]
internal sealed partial class ReviewJson : JsonSerializerContext;
