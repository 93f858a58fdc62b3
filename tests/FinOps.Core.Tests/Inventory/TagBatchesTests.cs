using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.Core.Inventory.Fixes;

namespace FinOps.Core.Tests.Inventory;

public sealed class TagBatchesTests
{
    private const string Account = "100000000001";

    [Fact]
    public void Of_ManyResources_TakesTwentyToACallAndWritesBeforeItRemoves()
    {
        var batches = TagBatches.Of(Live.Shuffled(Enumerable.Range(0, 45).Select(number => Fix(number, "team", "Payments", "Team", "payments")), 5));

        Assert.Equal([("tag-resources", 20), ("tag-resources", 20), ("tag-resources", 5), ("untag-resources", 20), ("untag-resources", 20), ("untag-resources", 5)], batches.Select(batch => (batch.Command, batch.Arns.Count)));
        Assert.Equal(45, batches.Where(batch => batch.Tags.Count > 0).SelectMany(batch => batch.Arns).Distinct().Count());
        Assert.All(batches, batch => Assert.True(batch.Tags.Count == 0 ? batch.Keys is ["team"] : batch.Tags is { Count: 1 }));
    }

    [Fact]
    public void Of_SeveralFixesOfAResource_AreOneCallEachWay()
    {
        var batches = TagBatches.Of([Fix(1, "team", "x", "Team", "x"), Fix(1, "Env", "PROD", "Environment", "prod"), Fix(1, "Owner", "A@example.com", "Owner", "a@example.com")]);

        Assert.Equal(2, batches.Count);
        Assert.Equal(["Environment", "Owner", "Team"], batches[0].Tags.Keys);
        Assert.Equal(["Env", "team"], batches[1].Keys);
    }

    [Fact]
    public void Of_AccountsAndRegions_StayApartAndGlobalOnesGoHome()
    {
        var batches = TagBatches.Of([Fix(1, "a", "x", "a", "y"), Fix(2, "a", "x", "a", "y") with { Region = "global" }, Fix(3, "a", "x", "a", "y") with { AccountId = "100000000002" }]);

        Assert.Equal([(Account, "eu-west-1"), (Account, "us-east-1"), ("100000000002", "eu-west-1")], batches.Select(batch => (batch.AccountId, batch.Region)));
    }

    [Fact]
    public void Script_ForAccount_IsAsReviewed() => Assert.Equal(
        """
        #!/bin/sh
        # Writes tags as proposed, in account 100000000001. Run it with credentials of that account.
        # It does not look at tags that changed since the inventory; finops run tag-fixes does.
        set -eu
        [ "$(aws sts get-caller-identity --query Account --output text)" = '100000000001' ] || { echo 'these are not the credentials of the account' >&2; exit 1; }
        call() {
          failed=$(aws resourcegroupstaggingapi "$@" --query 'keys(FailedResourcesMap || `{}`)' --output text)
          [ -z "$failed" ] || { echo "failed: $failed" >&2; exit 1; }
        }
        call tag-resources --region 'eu-west-1' --resource-arn-list '["arn:aws:ec2:eu-west-1:100000000001:instance/1"]' --tags '{"Team":"o\u0027hara \u003Cpay\u003E"}'
        call untag-resources --region 'eu-west-1' --resource-arn-list '["arn:aws:ec2:eu-west-1:100000000001:instance/1"]' --tag-keys '["team"]'

        """,
        TagScript.Of(Account, TagBatches.Of([Fix(1, "team", "x", "Team", "o'hara <pay>")])));

    [Fact]
    public void Arguments_HostileTags_ArePrintableAsciiWithoutAQuoteInside()
    {
        foreach (var text in Live.Hostile)
        {
            foreach (var batch in TagBatches.Of([Fix(1, text, "x", "Team", text)]))
            {
                var line = TagScript.Arguments(batch);
                Assert.All(line, c => Assert.InRange(c, ' ', '~'));
                // region, ARNs, tags or keys: three arguments in quotes, and nothing that could end one early.
                Assert.Equal(6, line.Count(c => c == '\''));
            }
        }
    }

    [SkippableFact]
    public async Task Arguments_HostileTags_ReachTheCommandLetterForLetterThroughAShell()
    {
        Skip.IfNot(File.Exists("/bin/bash"), "there is no bash");
        var batches = Live.Hostile.SelectMany(text => TagBatches.Of([Fix(1, text + "k", "x", "Team" + text, text)])).ToList();
        // Each batch in the form of a call, with a command that prints its arguments between NULs.
        var script = string.Join('\n', batches.Select(batch => $@"printf '%s\0' {TagScript.Arguments(batch)}; printf '\n'"));
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await bash.StandardInput.WriteLineAsync(script);
        bash.StandardInput.Close();
        var lines = (await bash.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await bash.WaitForExitAsync();

        Assert.Equal(batches.Count, lines.Length);
        foreach (var (batch, line) in batches.Zip(lines))
        {
            var arguments = line.Split('\0')[..^1];
            Assert.Equal([batch.Command, "--region", batch.Region, "--resource-arn-list"], arguments[..4]);
            Assert.Equal(batch.Arns, JsonSerializer.Deserialize<string[]>(arguments[4])!);
            if (batch.Tags.Count > 0)
                Assert.Equal(batch.Tags, JsonSerializer.Deserialize<Dictionary<string, string>>(arguments[6])!);
            else
                Assert.Equal(batch.Keys, JsonSerializer.Deserialize<string[]>(arguments[6])!);
            Assert.Equal(7, arguments.Length);
        }
    }

    [Fact]
    public void Input_OfABatch_IsWhatTheApiTakes()
    {
        foreach (var batch in Live.Hostile.SelectMany(text => TagBatches.Of([Fix(1, text + "k", "x", "Team", text)])))
        {
            var input = JsonNode.Parse(TagScript.Input(batch))!;
            Assert.Equal(batch.Arns, input["ResourceARNList"]!.AsArray().Select(arn => (string)arn!));
            if (batch.Tags.Count > 0)
                Assert.Equal(batch.Tags["Team"], (string)input["Tags"]!["Team"]!);
            else
                Assert.Equal(batch.Keys, input["TagKeys"]!.AsArray().Select(key => (string)key!));
        }
    }

    private static TagFix Fix(int number, string key, string value, string newKey, string newValue) =>
        new($"arn:aws:ec2:eu-west-1:{Account}:instance/{number}", Account, "eu-west-1", key, value, newKey, newValue, "why");
}
