using System.Collections.Immutable;
using FinOps.Core.Governance.ConfigRules;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Tests.Tagging;

namespace FinOps.Core.Tests.Governance.ConfigRules;

public sealed class RequiredTagsRuleTests
{
    [Fact]
    public void Of_ShippedStandard_IsOneRuleWithTheListedValues()
    {
        var rule = Assert.Single(Rules(Standards.Shipped));

        Assert.Equal("finops-required-tags-Project", rule.Name);
        Assert.Equal(
            """{"tag1Key":"Project","tag2Key":"Team","tag2Value":"payments,checkout,search,data-platform,platform,identity,mobile,fulfilment,security,finops","tag3Key":"Environment","tag3Value":"prod,staging,test,dev,sandbox","tag4Key":"CostCenter","tag5Key":"Owner"}""",
            rule.InputParameters);
        Assert.Contains("AWS::EC2::Volume", rule.ResourceTypes);
    }

    [Fact]
    public void Of_MoreThanSixKeys_AreSpreadOverRulesNamedByTheirFirstKey()
    {
        var standard = Standards.Parse($"version: 1\nkeys: {{ {string.Join(", ", "ABCDEFGH".Select(name => $"{name}: {{ required: true }}"))}, Optional: {{ }} }}");

        Assert.Equal(["finops-required-tags-A", "finops-required-tags-G"], Rules(standard).Select(rule => rule.Name));
        Assert.DoesNotContain(Rules(standard), rule => rule.InputParameters.Contains("Optional", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_KeysForOtherTypes_StandInTheirOwnRule()
    {
        var standard = Standards.Parse("""
            version: 1
            keys:
              Team: { required: true }
              Data: { required: true, appliesTo: ["aws:s3/*", "aws:rds/instance:*"] }
            """);

        var rules = Rules(standard);

        Assert.Equal(2, rules.Length);
        // AWS::RDS::DBInstance is four Pulumi types, and the key holds for one of them only.
        Assert.Equal("AWS::S3::Bucket", Assert.Single(rules[1].ResourceTypes));
    }

    [Fact]
    public void Of_ValuesThatFillARule_AreAProblem()
    {
        var standard = Standards.Parse($"version: 1\nkeys: {{ Team: {{ required: true, values: [{string.Join(", ", Enumerable.Range(100, 200).Select(number => $"team-{number}"))}] }} }}");

        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Rules(standard)).Problems);

        Assert.Equal(("FIN2068", "governance.configRule"), (problem.Id, problem.Path));
    }

    [Fact]
    public void Judge_MissingKeyAndOtherValue_AreFoundAndCasingCounts()
    {
        const string Parameters = """{"tag1Key":"Team","tag1Value":"a,b","tag2Key":"CostCenter","tag3Key":"Env"}""";

        var findings = RequiredTagsParameters.Judge(Parameters, new Dictionary<string, string> { ["Team"] = "A", ["costcenter"] = "1", ["Env"] = "anything" });

        Assert.Equal([("CostCenter", null), ("Team", "A")], findings.OrderBy(finding => finding.Key, StringComparer.Ordinal).Select(finding => (finding.Key, finding.Value)));
        Assert.Empty(RequiredTagsParameters.Judge(Parameters, new Dictionary<string, string> { ["Team"] = "b", ["CostCenter"] = "1", ["Env"] = "" }));
    }

    private static ImmutableArray<RequiredTagsRule> Rules(TagStandard standard) => RequiredTagsRule.Of(standard, "governance.yaml", "governance.configRule");
}
