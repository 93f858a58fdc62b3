using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance.Gathering;

/// <summary>Reads AWS's compliance summary of the organization. It answers the management account only, in us-east-1 only.</summary>
internal sealed class NativeSummaryReader(IAmazonResourceGroupsTaggingAPI tagging, RequestMeter meter, string endpoint)
{
    private const int PageSize = 1_000;

    /// <returns>Null, and why, when it could not be read.</returns>
    public async Task<(NativeSummary? Summary, Blindspot? NotSeen)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await AwsFailure.TranslatingAsync("tag:GetComplianceSummary", endpoint, () => PagesAsync(cancellationToken)).ConfigureAwait(false), null);
        }
        catch (ProblemException failure)
        {
            return (null, new Blindspot(
                "AWS's own compliance summary", failure.Problems[0].Found, "It takes the management account, trusted access for tagpolicies.tag.amazonaws.com and tag:GetComplianceSummary."));
        }
    }

    private async Task<NativeSummary> PagesAsync(CancellationToken cancellationToken)
    {
        var counts = new List<NativeCount>();
        var updated = "";
        string? token = null;
        do
        {
            var page = await meter.CountAsync("Tagging", tagging.GetComplianceSummaryAsync(
                new GetComplianceSummaryRequest
                {
                    GroupBy = [GroupByAttribute.TARGET_ID.Value, GroupByAttribute.RESOURCE_TYPE.Value],
                    MaxResults = PageSize,
                    PaginationToken = token,
                },
                cancellationToken)).ConfigureAwait(false);
            foreach (var row in page.SummaryList ?? [])
            {
                counts.Add(new NativeCount(row.TargetId ?? "", row.Region ?? "", row.ResourceType ?? "", row.NonCompliantResources ?? 0));
                updated = string.CompareOrdinal(row.LastUpdated, updated) > 0 ? row.LastUpdated! : updated;
            }

            token = page.PaginationToken;
        }
        while (!string.IsNullOrEmpty(token));
        return new NativeSummary(counts, updated);
    }
}
