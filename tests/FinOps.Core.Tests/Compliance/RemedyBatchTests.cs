using FinOps.Core.Inventory;
using static FinOps.Core.Tests.Compliance.Tallies;

namespace FinOps.Core.Tests.Compliance;

public sealed class RemedyBatchTests
{
    [Fact]
    public void Commands_RenameSuggestionAndAccountsTeam_AreFilledIn()
    {
        var arns = $"--region 'eu-west-1' --resource-arn-list '[\"arn:aws:ec2:eu-west-1:{Payments}:instance/i-1\"]'";

        Assert.Equal(
            [
                $$"""aws resourcegroupstaggingapi tag-resources {{arns}} --tags '{"CostCenter":"CHOOSE_ME","Team":"search"}'""",
                $"""aws resourcegroupstaggingapi untag-resources {arns} --tag-keys '["squad"]'""",
            ],
            Commands(Instance("i-1", ("squad", "Search"))));
        Assert.Contains("\"Team\":\"payments\"", Assert.Single(Commands(Instance("i-1", ("CostCenter", "1041")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_OfTheSameTags_TakeTwentyResourcesEach()
    {
        var batches = Of(Enumerable.Range(0, 45).Select(number => Instance($"i-{number:00}"))).Owners.Single().Remedies;

        Assert.Equal([20, 20, 5], batches.Select(batch => batch.Arns.Length));
    }

    [Theory]
    [InlineData("squad'; rm -rf /; '", "x")]
    [InlineData("$(reboot)", "x")]
    [InlineData("team", "a\nb")]
    [InlineData("team\r\n", "x")]
    [InlineData("te\u202Eam", "x")]
    public void Commands_WordsOfAStranger_AreData(string key, string value)
    {
        Assert.All(Commands(Instance("i-1", (key, value), ("Team", value))), command =>
        {
            Assert.DoesNotContain('\u202E', command);
            Assert.DoesNotContain('\n', command);
            // Without what stands between single quotes there is nothing left that a shell could take for anything.
            Assert.Matches("^[a-z -]*$", string.Concat(command.Split('\'').Where((_, at) => at % 2 == 0)));
        });
    }

    [Fact]
    public void Commands_ResourceWithoutRegion_AreForUsEast() => Assert.Contains(
        "--region 'us-east-1'", Commands(LiveResource.Found($"arn:aws:cloudfront::{Payments}:distribution/E1", Payments, "us-east-1", new Dictionary<string, string>())!)[0], StringComparison.Ordinal);

    [Fact]
    public void Commands_RoleWithAMiscasedKey_KeepTheOnlyTagThatIamHas() => Assert.DoesNotContain(
        Commands(Resource($"arn:aws:iam::{Payments}:role/deploy", ("team", "search"), ("CostCenter", "1041"))), command => command.Contains("untag", StringComparison.Ordinal));

    private static List<string> Commands(LiveResource resource) => [.. Of([resource]).Owners.Single().Remedies.SelectMany(fix => fix.Commands)];
}
