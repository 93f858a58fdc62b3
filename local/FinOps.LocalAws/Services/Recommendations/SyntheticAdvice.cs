using FinOps.Core.Costs.Rows;

namespace FinOps.LocalAws.Services.Recommendations;

/// <summary>One thing that AWS would advise to do with one resource of the bill, before any service puts it into its own words.</summary>
/// <param name="Item">The resource's line in the bill.</param>
/// <param name="Kind">In the words of Cost Optimization Hub, for example <c>Ec2Instance</c>.</param>
/// <param name="Action">In the words of Cost Optimization Hub, for example <c>Rightsize</c>.</param>
/// <param name="MonthlyCost">Of the resource, in US dollars, before discounts.</param>
/// <param name="Share">Of the cost that would be saved, up to 1.</param>
/// <param name="Effort">VeryLow to VeryHigh.</param>
internal sealed record SyntheticAdvice(
    CostLineItem Item, string Kind, string Action, decimal MonthlyCost, decimal Share, string Effort, bool Restart, bool Rollback, string Current, string Recommended)
{
    public string AccountId => Item.AccountId;

    public string Region => Item.Region;

    public string Arn => Item.ResourceId;

    /// <summary>The last part of the ARN: <c>i-0abc</c>, or the name of a database or function.</summary>
    public string ResourceId => Arn[(Arn.LastIndexOfAny([':', '/']) + 1)..];

    /// <summary>The same for the same resource and action, day after day.</summary>
    public string Id { get; } = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Item.AccountId}|{Kind}|{Action}|{Item.ResourceId}"));

    public decimal Saving => decimal.Round(MonthlyCost * Share, 6);

    public bool IsIdle => Share == 1;
}
