using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Optimization;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Cost Explorer's own advice about instances: older than Cost Optimization Hub, and there where the hub is not enrolled.</summary>
internal sealed class RightsizingReader(IAmazonCostExplorer costExplorer, RequestMeter meter)
{
    private const AdviceSource Source = AdviceSource.CostExplorer;

    /// <summary>Regions have the names of the price list here.</summary>
    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal)
    {
        ["US East (N. Virginia)"] = "us-east-1", ["US East (Ohio)"] = "us-east-2", ["US West (N. California)"] = "us-west-1", ["US West (Oregon)"] = "us-west-2",
        ["Canada (Central)"] = "ca-central-1", ["South America (Sao Paulo)"] = "sa-east-1",
        ["EU (Ireland)"] = "eu-west-1", ["EU (London)"] = "eu-west-2", ["EU (Paris)"] = "eu-west-3", ["EU (Frankfurt)"] = "eu-central-1", ["EU (Stockholm)"] = "eu-north-1", ["EU (Milan)"] = "eu-south-1",
        ["Asia Pacific (Tokyo)"] = "ap-northeast-1", ["Asia Pacific (Seoul)"] = "ap-northeast-2", ["Asia Pacific (Osaka)"] = "ap-northeast-3", ["Asia Pacific (Mumbai)"] = "ap-south-1",
        ["Asia Pacific (Singapore)"] = "ap-southeast-1", ["Asia Pacific (Sydney)"] = "ap-southeast-2", ["Asia Pacific (Jakarta)"] = "ap-southeast-3", ["Asia Pacific (Hong Kong)"] = "ap-east-1",
        ["Africa (Cape Town)"] = "af-south-1", ["Middle East (Bahrain)"] = "me-south-1",
    };

    public async Task<SourceAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var advice = new List<Advice>();
        try
        {
            await AllPages.ReadAsync(async token =>
            {
                var page = await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetRightsizingRecommendationAsync(
                    new GetRightsizingRecommendationRequest
                    {
                        Service = "AmazonEC2",
                        Configuration = new() { RecommendationTarget = RecommendationTarget.SAME_INSTANCE_FAMILY, BenefitsConsidered = true },
                        NextPageToken = token,
                    }, cancellationToken)).ConfigureAwait(false);
                var days = page.Metadata?.LookbackPeriodInDays?.Value switch { "SEVEN_DAYS" => 7, "THIRTY_DAYS" => 30, "SIXTY_DAYS" => 60, _ => (int?)null };
                advice.AddRange((page.RightsizingRecommendations ?? []).Select(item => Read(item, days)).OfType<Advice>());
                return page.NextPageToken;
            }, advice.Clear).ConfigureAwait(false);
            return SourceAnswer.Whole(Source, advice);
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return SourceAnswer.Broken(Source, advice, "Cost Explorer's rightsizing recommendations", failure, "Give the role ce:GetRightsizingRecommendation, and turn the recommendations on in the Cost Management preferences.");
        }
    }

    private static Advice? Read(RightsizingRecommendation item, int? lookback)
    {
        if (item is not { AccountId: { } account, CurrentInstance: { ResourceId: { } id } instance })
            return null;
        var target = item.ModifyRecommendationDetail?.TargetInstances?.FirstOrDefault(each => each.DefaultTargetInstance == true) ?? item.ModifyRecommendationDetail?.TargetInstances?.FirstOrDefault();
        var (action, saving) = item.RightsizingType == RightsizingType.TERMINATE
            ? (SavingAction.Stop, Amounts.Of(item.TerminateRecommendationDetail?.EstimatedMonthlySavings, item.TerminateRecommendationDetail?.CurrencyCode))
            : (SavingAction.Rightsize, Amounts.Of(target?.EstimatedMonthlySavings, target?.CurrencyCode));
        var details = instance.ResourceDetails?.EC2ResourceDetails;
        return saving is not { } amount ? null : new Advice(
            Source, $"{account}/{id}/{action}", new ResourceName(account, Region(details?.Region), ResourceTypes.Instance, ResourceName.IdOf(id)), action, amount)
        {
            MonthlyCost = Amounts.Of(instance.MonthlyCost, instance.CurrencyCode),
            LookbackDays = lookback,
            Current = details?.InstanceType ?? "",
            Recommended = target?.ResourceDetails?.EC2ResourceDetails?.InstanceType ?? "",
            Tags = (instance.Tags ?? []).Where(tag => tag.Key is not null).DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key!, tag => tag.Values?.FirstOrDefault() ?? "", StringComparer.Ordinal),
        };
    }

    // Empty for a name that is new: ids of instances are unique, so the instance is found all the same.
    private static string Region(string? name) => name is null ? "" : Regions.GetValueOrDefault(name, name.Contains(' ', StringComparison.Ordinal) ? "" : name);
}
