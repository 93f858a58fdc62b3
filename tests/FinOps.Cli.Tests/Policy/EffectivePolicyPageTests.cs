using System.Text.Json.Nodes;
using FinOps.Cli.Policy;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;

namespace FinOps.Cli.Tests.Policy;

/// <summary>How an effective policy is shown.</summary>
public sealed class EffectivePolicyPageTests
{
    private const string Account = "111122223333";

    private static readonly PolicyTarget Root = new("r-root", "Root", PolicyTargetKind.Root, null, ["p-1", "p-2"]);
    private static readonly PolicyTarget Leaf = new(Account, "shop", PolicyTargetKind.Account, "r-root", ["p-3"]);

    [Fact]
    public void Text_ShowsLevelsOriginsAndWhatHasNoEffect()
    {
        var organization = Organization(
            """{"tags":{"team":{"tag_value":{"@@assign":["a"],"@@operators_allowed_for_child_policies":["@@append"]}}}}""",
            """{"tags":{"team":{"tag_value":{"@@assign":["b"]}}}}""",
            """{"tags":{"team":{"tag_value":{"@@assign":["c"]}}}}""");

        Assert.Equal(
            """
            Effective tag policy of account 111122223333
              root r-root: one (p-1), two (p-2)
              account shop (111122223333): three (p-3)

            team
              tag_key team: filled in, no policy says otherwise
              tag_value a: @@assign in one (p-1) on Root (r-root), $.tags.team.tag_value.@@assign[0]

            Without effect
              @@assign in two (p-2) on Root (r-root), $.tags.team.tag_value.@@assign
                assigned earlier by @@assign in one (p-1) on Root (r-root), $.tags.team.tag_value.@@assign
              @@assign in three (p-3) on shop (111122223333), $.tags.team.tag_value.@@assign
                not allowed by @@operators_allowed_for_child_policies in one (p-1) on Root (r-root), $.tags.team.tag_value.@@operators_allowed_for_child_policies
            """,
            EffectivePolicyPage.Text(organization.EffectiveFor(Account), organization.LevelsTo(Account)));
        Assert.Equal(["assignedEarlier", "notAllowed"], Json(organization)["ignored"]!.AsArray().Select(ignored => (string?)ignored!["reason"]));
    }

    [Fact]
    public void Json_OfValues_HasTheirOrigins()
    {
        var json = Json(Organization("""{"tags":{"team":{"tag_value":{"@@assign":["a","b"]}}}}""", """{"tags":{}}""", """{"tags":{"team":{"tag_value":{"@@remove":["b"]}}}}"""));

        Assert.Equal([null, "p-1"], json["values"]!.AsArray().Select(value => (string?)value!["origin"]?["policyId"]));
        var removed = Assert.Single(json["removed"]!.AsArray())!;
        Assert.Equal(("b", "p-1", "p-3"), ((string?)removed["value"], (string?)removed["origin"]!["policyId"], (string?)removed["removedBy"]!["policyId"]));
    }

    [Fact]
    public void Text_OfAPolicyThatIsNotValid_SaysWhy()
    {
        var keys = string.Join(',', Enumerable.Range(0, 51).Select(number => $$$""" "k{{{number}}}":{"report_required_tag_for":{"@@assign":["s3:bucket"]}}"""));
        var organization = Organization($"{{\"tags\":{{{keys}}}}}", """{"tags":{}}""", """{"tags":{}}""");

        var text = EffectivePolicyPage.Text(organization.EffectiveFor(Account), organization.LevelsTo(Account));

        Assert.EndsWith("\nNot valid: ELEMENTS_TOO_MANY at tags: 51 tag keys are required of s3:bucket; at most 50 are allowed. Policies: p-1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Without effect", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OneDifference_FailsTheCommand() =>
        Assert.Equal("FIN1140", Assert.Single(Assert.Throws<ProblemException>(() => EffectivePolicyCommand.Compare(["only here: team tag_value \"a\""], Account)).Problems).Id);

    private static PolicyOrganization Organization(string one, string two, string three) =>
        PolicyOrganization.Create("test", [Root, Leaf], [("p-1", "one", one), ("p-2", "two", two), ("p-3", "three", three)]);

    private static JsonNode Json(PolicyOrganization organization) => JsonNode.Parse(EffectivePolicyPage.Json(organization.EffectiveFor(Account)))!;
}
