using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Trusted Advisor's checks by the older API of AWS Support.</summary>
internal sealed class SupportReader(IAmazonAWSSupport support, RequestMeter meter)
{
    private const string Service = "Support";

    public async Task ReadAsync(AdvisorRows found, string ownAccount, CancellationToken cancellationToken)
    {
        var checks = await meter.CountAsync(Service, support.DescribeTrustedAdvisorChecksAsync(new DescribeTrustedAdvisorChecksRequest { Language = "en" }, cancellationToken)).ConfigureAwait(false);
        foreach (var check in (checks.Checks ?? []).Where(check => check.Category == "cost_optimizing"))
        {
            found.AddCheck(check.Id ?? "", check.Name ?? "", check.Metadata ?? []);
            var result = await meter.CountAsync(Service, support.DescribeTrustedAdvisorCheckResultAsync(
                new DescribeTrustedAdvisorCheckResultRequest { CheckId = check.Id, Language = "en" }, cancellationToken)).ConfigureAwait(false);
            // The resource id is one of Trusted Advisor's own here; the row names the resource.
            foreach (var flagged in (result.Result?.FlaggedResources ?? []).Where(flagged => flagged is { IsSuppressed: not true, Status: not "ok" }))
                found.Add(check.Id ?? "", ownAccount, flagged.Region, null, flagged.ResourceId, flagged.Metadata ?? []);
        }
    }
}
