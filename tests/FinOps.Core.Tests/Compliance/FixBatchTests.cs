using FinOps.Core.Inventory;
using static FinOps.Core.Tests.Compliance.Tallies;

namespace FinOps.Core.Tests.Compliance;

public sealed class FixBatchTests
{
    [Fact]
    public void Commands_RenameSuggestionAndAccountsTeam_AreFilledIn()
    {
        Assert.Equal(
            [
                $$"""aws resourcegroupstaggingapi tag-resources --region 'eu-west-1' --resource-arn-list 'arn:aws:ec2:eu-west-1:{{Payments}}:instance/i-1' --tags '{"CostCenter":"CHOOSE_ME","Team":"search"}'""",
                $"aws resourcegroupstaggingapi untag-resources --region 'eu-west-1' --resource-arn-list 'arn:aws:ec2:eu-west-1:{Payments}:instance/i-1' --tag-keys '[\"squad\"]'",
            ],
            Commands(Instance("i-1", ("squad", "Search"))));
        Assert.Contains("\"Team\":\"payments\"", Assert.Single(Commands(Instance("i-1", ("CostCenter", "1041")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_OfTheSameTags_TakeTwentyResourcesEach()
    {
        var batches = Of(Enumerable.Range(0, 45).Select(number => Instance($"i-{number:00}"))).Owners.Single().Fixes;

        Assert.Equal([20, 20, 5], batches.Select(batch => batch.Arns.Length));
    }

    [Theory]
    [InlineData("squad'; rm -rf /; '", "x")]
    [InlineData("$(reboot)", "x")]
    [InlineData("team", "a\nb")]
    [InlineData("team\r\n", "x")]
    [InlineData("te\u202Eam", "x")]
    public void Commands_WordsOfAStranger_AreQuotedOrNotGiven(string key, string value)
    {
        foreach (var command in Commands(Instance("i-1", (key, value), ("Team", value))))
        {
            Assert.DoesNotContain("rm -rf", command, StringComparison.Ordinal);
            Assert.DoesNotContain("reboot", command, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', command);
            Assert.DoesNotContain('\n', command);
        }
    }

    [Fact]
    public void Commands_ArnWithAQuote_AreNotGiven() => Assert.Empty(Commands(Instance("i-1'; reboot; '")));

    [Fact]
    public void Commands_ResourceWithoutRegion_AreForUsEast() => Assert.Contains(
        "--region 'us-east-1'", Commands(LiveResource.Found($"arn:aws:cloudfront::{Payments}:distribution/E1", Payments, "us-east-1", new Dictionary<string, string>())!)[0], StringComparison.Ordinal);

    private static List<string> Commands(LiveResource resource) => [.. Of([resource]).Owners.Single().Fixes.SelectMany(fix => fix.Commands)];
}
