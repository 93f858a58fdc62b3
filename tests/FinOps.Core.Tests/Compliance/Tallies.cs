using FinOps.Core.Compliance;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Compliance.Spend;
using FinOps.Core.Costs;
using FinOps.Core.Inventory;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;

namespace FinOps.Core.Tests.Compliance;

internal static class Tallies
{
    public const string Payments = "111122223333";
    public const string Search = "444455556666";

    public static readonly DateOnly Today = new(2026, 3, 1);

    /// <summary>Two keys that everything needs, one with a pattern, and one that only production needs.</summary>
    public static readonly TagStandard Standard = TagStandard.Parse("""
        version: 1
        allocationKey: Team
        keys:
          Team: { required: true, costAllocation: true, valuesFrom: teams, synonyms: [Squad], tagPolicy: { reportRequiredFor: ["ec2:instance"] } }
          CostCenter: { required: true, pattern: '^[0-9]{4}$', except: ["aws:sqs/*"] }
          DataClass: { requiredWhen: { Team: [payments] }, values: [public, internal], appliesTo: ["aws:s3/*"] }
        teams:
          payments: { owner: payments@example.com }
          search: { owner: search@example.com }
        """, "standard.yaml");

    public static readonly IReadOnlyDictionary<string, ComplianceAccount> Accounts = new Dictionary<string, ComplianceAccount>
    {
        [Payments] = new(Payments, "payments-prod", "payments"),
        [Search] = new(Search, "search-dev", null),
    };

    public static WaiverList WaiverFile(string items) => WaiverList.Parse($"version: 1\nwaivers:\n{items}", "waivers.yaml");

    public static string Waiver(string rule, string scope, string since = "2026-01-01", string expires = "2026-04-01") =>
        $"  - {{ rule: {rule}, {scope}, owner: payments@example.com, reason: old, ticket: FIN-1, since: {since}, expires: {expires} }}\n";

    public static LiveResource Resource(string arn, params (string Key, string Value)[] tags) =>
        LiveResource.Found(arn, Payments, "eu-west-1", tags.ToDictionary(tag => tag.Key, tag => tag.Value))!;

    public static LiveResource Instance(string id, params (string Key, string Value)[] tags) => Resource($"arn:aws:ec2:eu-west-1:{Payments}:instance/{id}", tags);

    public static LiveJudge Judge(WaiverList? waivers = null, TagStandard? standard = null) => new(standard ?? Standard, waivers ?? WaiverList.Empty, Today);

    public static ComplianceResult Of(IEnumerable<LiveResource> resources, LiveJudge? judge = null, IResourceSpend? spend = null, int mostFindings = ComplianceTally.DefaultFindings)
    {
        var tally = new ComplianceTally(judge ?? Judge(), spend, mostFindings);
        foreach (var resource in resources)
            tally.Add(resource);
        return tally.Finish(Accounts);
    }

    public static SpendByService Spend(params (string Account, string Service, decimal Amount)[] services) => new(
        new DateRange(new DateOnly(2026, 2, 13), new DateOnly(2026, 2, 27)), Money.UsDollar,
        [.. services.Select(each => new ServiceSpend(each.Account, each.Service, Money.Usd(each.Amount)))]);
}
