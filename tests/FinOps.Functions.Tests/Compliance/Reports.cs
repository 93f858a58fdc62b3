using FinOps.Core.Compliance;
using FinOps.Core.Compliance.Judging;
using FinOps.Core.Compliance.Results;
using FinOps.Core.Compliance.Spend;
using FinOps.Core.Costs;
using FinOps.Core.Inventory;
using FinOps.Core.Waivers;
using FinOps.Functions.Compliance;
using FinOps.Functions.Compliance.Gathering;
using FinOps.Functions.Compliance.Trend;
using FinOps.Functions.Reports;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Compliance;

/// <summary>Reports on resources that a test names.</summary>
internal static class Reports
{
    public const string Account = "111122223333";

    public static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly (string, string)[] Good = [("Project", "shop"), ("Team", "payments"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com")];

    /// <summary>Good, bad, waived and unknown ones, under names and tags that nobody should give.</summary>
    public static readonly IReadOnlyList<LiveResource> Mixed =
    [
        Instance("i-good", Good),
        Instance("i-untagged"),
        Instance("i-cased", [.. Good.Skip(1), ("project", "shop")]),
        Instance("i-hostile", [.. Good.Skip(1), ("Project", "<img src=x onerror=alert(1)>"), ("constructor", "__proto__"), ("Notes", "=cmd|'/C calc'!A0")]),
        Instance("i-formula", [.. Good.SkipLast(1), ("Owner", "=HYPERLINK(\"http://evil.example\",\"pay\")"), ("Note\r\nBcc: all@example.com", "[a](https://evil.example) | **x**")]),
        Instance("i-rtl", [.. Good.SkipLast(1), ("Owner", "invoice\u202Efdp.exe")]),
        Of($"arn:aws:s3:::<b>logs</b>", Good),
        Of("arn:aws:sqs:eu-west-1:111122223333:waived"),
        Of("arn:aws:future:eu-west-1:111122223333:thing/1"),
    ];

    public static ComplianceReport Of(IEnumerable<LiveResource> resources, IReadOnlyList<RunFigures>? earlier = null, bool withSpend = true, string accountName = "shop \"prod\" <i>")
    {
        var waivers = WaiverList.Parse("""
            version: 1
            waivers:
              - { rule: TAG001, type: "aws:sqs/*", owner: payments@example.com, reason: "old | <b>queue</b>", ticket: FIN-7, since: 2026-01-01, expires: 2026-03-20 }
            """, "waivers.yaml");
        var spend = new SpendByService(new DateRange(Today.AddDays(-14), Today.AddDays(-2)), Money.UsDollar,
            [new ServiceSpend(Account, "Amazon Elastic Compute Cloud - Compute", Money.Usd(600.12m)), new ServiceSpend(Account, "Amazon Simple Storage Service", Money.Usd(20m)), new ServiceSpend(Account, "AWS Config", Money.Usd(3m))]);
        var tally = new ComplianceTally(new LiveJudge(Standards.Own, waivers, Today), withSpend ? spend : null);
        foreach (var resource in resources)
            tally.Add(resource);
        return new ComplianceReport
        {
            Result = tally.Finish(new Dictionary<string, ComplianceAccount> { [Account] = new(Account, accountName, "checkout") }),
            AccountsSeen = 1,
            AccountsAsked = 2,
            Earlier = earlier ?? [],
            Native = new NativeSummary([new NativeCount(Account, "", "ec2:instance", 2)], "2026-02-28T00:00:00Z"),
            StandardSource = "tag-standard.yaml",
            NotSeen = [new Blindspot("resources of the account <b>blind</b>", "the reader role cannot be assumed", "Deploy the member roles there.")],
            Cost = new RunCost(new Dictionary<string, int> { [RunCost.CostExplorerService] = 1, ["Tagging"] = 19 }, TimeSpan.FromSeconds(2), 12_345),
            GeneratedAt = new DateTimeOffset(Today, new TimeOnly(7, 0), TimeSpan.Zero),
            RunId = "weekly",
            Source = "the fake",
        };
    }

    public static RunFigures Run(string id, DateOnly day, decimal share) =>
        new(id, new DateTimeOffset(day, new TimeOnly(7, 0), TimeSpan.Zero), 2, 100, (int)(share * 100), 100 - (int)(share * 100), 0, share, share / 2, 12.5m, 12, "USD", []);

    public static LiveResource Instance(string id, params (string Key, string Value)[] tags) => Of($"arn:aws:ec2:eu-west-1:{Account}:instance/{id}", tags);

    private static LiveResource Of(string arn, params (string Key, string Value)[] tags) =>
        LiveResource.Found(arn, Account, "eu-west-1", tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal))!;
}
