using FinOps.Infra.Organization;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Organization;

public sealed class OwnershipMergeTests
{
    private static readonly OrganizationModel _organization = new(
        "o-abcdefghij",
        "r-ab12",
        "111111111111",
        [
            new("111111111111", "management", "ACTIVE") { ParentId = "r-ab12" },
            new("222222222222", "payments-prod", "ACTIVE") { ParentId = "ou-prod", Tags = new Dictionary<string, string> { ["Team"] = "payments", ["CostCenter"] = "not a code" } },
            new("444444444444", "shared", "ACTIVE") { ParentId = "ou-prod" },
            new("555555555555", "shared", "ACTIVE") { ParentId = "ou-work" },
        ],
        [new("333333333333", "old-lab", "SUSPENDED") { ParentId = "r-ab12" }])
    {
        Units = [new("ou-work", "Workloads", "Workloads", "r-ab12"), new("ou-prod", "Prod", "Workloads/Prod", "ou-work"), new("ou-sand", "Prod", "Sandbox/Prod", "r-ab12")],
    };

    [Fact]
    public void Merge_ConfigTagsAndUnits_CompleteEachOtherInThatOrder()
    {
        var merged = Merge(new OrganizationSettings
        {
            Units = new Dictionary<string, Ownership>
            {
                ["Workloads"] = new() { Team = "platform", CostCenter = "5200" },
                ["Workloads/Prod"] = new() { Environment = "prod" },
            },
            Accounts = new Dictionary<string, Ownership> { ["444444444444"] = new() { Team = "search" } },
        }).Model;

        Assert.Equal(new Ownership { Team = "payments", Environment = "prod", CostCenter = "5200" }, OwnerOf(merged, "222222222222"));
        Assert.Equal(new Ownership { Team = "search", Environment = "prod", CostCenter = "5200" }, OwnerOf(merged, "444444444444"));
        Assert.Equal(new Ownership { Team = "platform", CostCenter = "5200" }, OwnerOf(merged, "555555555555"));
        Assert.Equal(Ownership.Unknown, OwnerOf(merged, "111111111111"));
    }

    [Fact]
    public void Merge_EveryKindOfMistake_IsToldWithItsPathAndTheNearestName()
    {
        var problems = Merge(new OrganizationSettings
        {
            Units = new Dictionary<string, Ownership> { ["Workload"] = new(), ["Prod"] = new(), ["Workloads"] = new() { Environment = "production" } },
            Accounts = new Dictionary<string, Ownership>
            {
                ["payments-prd"] = new(),
                ["old-lab"] = new(),
                ["shared"] = new(),
                ["222222222222"] = new() { Team = "paymets", CostCenter = "x" },
                ["payments-prod"] = new(),
            },
        }).Problems;

        Assert.Equal(
            [
                "FIN1102 finops:section.accounts.old-lab account 333333333333 (old-lab), which is SUSPENDED | Remove it: a closed account cannot spend.",
                "FIN1102 finops:section.accounts.payments-prd an account that the organization does not have | Did you mean 'payments-prod'?",
                "FIN1102 finops:section.accounts.shared a name of 2 accounts | Use an id: 444444444444, 555555555555.",
                "FIN1102 finops:section.units.Prod a name of 2 units | Use a path: Workloads/Prod, Sandbox/Prod.",
                "FIN1102 finops:section.units.Workload an organizational unit that the organization does not have | Did you mean 'Workloads'?",
                "FIN1150 finops:section.accounts.222222222222.costCenter x | tag CostCenter has the value 'x'; allowed: text like 10417 (pattern ^[0-9]{4,6}$).",
                "FIN1150 finops:section.accounts.222222222222.team paymets | tag Team has the value 'paymets'; did you mean 'payments'?.",
                "FIN1150 finops:section.accounts.payments-prod a second owner for 222222222222 | Keep one of the two.",
                "FIN1150 finops:section.units.Workloads.environment production | tag Environment has the value 'production'; did you mean 'prod'?.",
            ],
            problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AccountsBelow_AUnit_AreThoseOfItsOwnAndOfTheUnitsBelowIt() =>
        Assert.Equal(["222222222222", "444444444444", "555555555555"], _organization.AccountsBelow(_organization.Units[0]).Select(account => account.Id));

    private static Ownership OwnerOf(OrganizationModel organization, string id) => organization.Accounts.Single(account => account.Id == id).Owner;

    private static (OrganizationModel Model, IEnumerable<string> Problems) Merge(OrganizationSettings settings)
    {
        var sink = new ProblemSink();
        var model = OwnershipMerge.Merge(_organization, settings, TestFiles.Standard, sink.Problems);
        return (model, sink.List.Select(problem => $"{problem.Id} {problem.Path} {problem.Found} | {problem.Fix}"));
    }
}
