using System.Security.Cryptography;
using System.Text;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;

namespace FinOps.LocalAws.Services.TrustedAdvisor;

/// <summary>What the checks flag, for both of Trusted Advisor's APIs. The management account stands for the whole organization's plan; members have none.</summary>
internal sealed class AdvisorFindings(LocalAwsEnvironment environment, AdviceCatalog catalog)
{
    public SupportPlan PlanOf(string account) => account == environment.ManagementAccountId ? environment.Options.SupportPlan : SupportPlan.Basic;

    public IReadOnlyList<SyntheticAdvice> OfAccount(AdvisorCheck check, string account) =>
        [.. catalog.All.Where(advice => advice.AccountId == account && advice.Kind == check.Kind && check.Flags(advice))];

    public IReadOnlyList<SyntheticAdvice> OfOrganization(AdvisorCheck check) => [.. catalog.All.Where(advice => advice.Kind == check.Kind && check.Flags(advice))];

    /// <summary>An id as Trusted Advisor makes them: it tells nothing about the resource.</summary>
    public static string OpaqueId(string of) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 16)).ToString("D");
}
