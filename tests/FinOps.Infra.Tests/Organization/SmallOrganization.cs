using FinOps.Infra.Organization;
using FinOps.Infra.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Organization;

/// <summary>Two levels of units, four accounts that can spend and one that cannot.</summary>
internal static class SmallOrganization
{
    public static OrganizationModel Model { get; } = new(
        "o-abcdefghij",
        "r-ab12",
        "111111111111",
        [
            new("111111111111", "management", "ACTIVE") { ParentId = "r-ab12" },
            new("222222222222", "payments-prod", "ACTIVE") { ParentId = "ou-ab12-prod0000", Owner = new() { Team = "payments" } },
            new("444444444444", "search-prod", "ACTIVE") { ParentId = "ou-ab12-prod0000" },
            new("555555555555", "search-dev", "ACTIVE") { ParentId = "ou-ab12-work0000" },
        ],
        [new("333333333333", "old-lab", "SUSPENDED") { ParentId = "r-ab12" }])
    {
        Units =
        [
            new("ou-ab12-sand0000", "Sandbox", "Sandbox", "r-ab12"),
            new("ou-ab12-work0000", "Workloads", "Workloads", "r-ab12"),
            new("ou-ab12-prod0000", "Prod", "Workloads/Prod", "ou-ab12-work0000"),
        ],
    };

    public static StackFacts Facts(OrganizationModel? organization = null) => new(
        "dev", "us-east-1", AdoptionMode.Observe, [], TestFiles.Standard, organization ?? Model, TestFiles.Root, StackHarness.Time);
}
