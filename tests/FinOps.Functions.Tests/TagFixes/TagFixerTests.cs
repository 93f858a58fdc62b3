using FinOps.Core.Inventory.Fixes;
using FinOps.Core.Problems;
using FinOps.Functions.TagFixes;

namespace FinOps.Functions.Tests.TagFixes;

public sealed class TagFixerTests
{
    private readonly FakeTagging _aws = new();

    [Fact]
    public async Task RunAsync_DryRun_ReadsAndWritesNothing()
    {
        var fix = Resource(1, "team", "Payments", "Team", "payments");

        var run = await RunAsync([fix], apply: false);

        Assert.Equal(FixState.Ready, Assert.Single(run.Outcomes).State);
        Assert.Equal(0, _aws.Writes);
        Assert.Contains($"--apply --approve {TagFixHash.Of([fix])}", FixRunText.Text(run, "finops run tag-fixes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Apply_WritesTheNewKeyBeforeTheOldOneGoesAndDoesNothingTheSecondTime()
    {
        var fixes = Enumerable.Range(0, 250).Select(number => Resource(number, "team", "Payments", "Team", "payments")).ToList();

        Assert.Equal(250, (await RunAsync(fixes)).Count(FixState.Applied));

        Assert.All(_aws.Tags.Values, tags => Assert.Equal(new Dictionary<string, string> { ["Team"] = "payments", ["Name"] = "kept" }, tags));
        var (first, writes) = (_aws.Calls.IndexOf("tag"), _aws.Writes);
        Assert.True(first < _aws.Calls.IndexOf("untag"));
        Assert.Equal("read", _aws.Calls[_aws.Calls.IndexOf("untag") - 1]);
        Assert.Equal(26, writes);

        Assert.Equal(250, (await RunAsync(fixes)).Count(FixState.AlreadyDone));
        Assert.Equal(writes, _aws.Writes);
    }

    [Theory]
    [InlineData("team", "changed", "Team", null, "the value is now 'changed'")]
    [InlineData(null, null, "Team", null, "the key is gone")]
    [InlineData("team", "Payments", "Team", "search", "Team is there by now, with the value 'search'")]
    public async Task RunAsync_TagChangedSince_IsLeftAlone(string? key, string? value, string newKey, string? standing, string detail)
    {
        var fix = Resource(1, "team", "Payments", newKey, "payments");
        var tags = _aws.Tags[fix.Arn];
        tags.Remove("team");
        if (key is not null)
            tags[key] = value!;
        if (standing is not null)
            tags[newKey] = standing;

        var outcome = Assert.Single((await RunAsync([fix, Resource(2, "team", "Payments", "Team", "payments")])).Outcomes, outcome => outcome.Fix == fix);

        Assert.Equal((FixState.Changed, detail), (outcome.State, outcome.Detail));
        Assert.Equal(value, tags.GetValueOrDefault("team"));
        Assert.Equal(standing, tags.GetValueOrDefault("Team"));
        Assert.Equal("payments", _aws.Tags[FixFileTests.Fix(2, "", "", "", "").Arn]["Team"]);
    }

    [Fact]
    public async Task RunAsync_ValueAloneChangedByAnother_IsNotOverwritten()
    {
        var fix = Resource(1, "Team", "Payments", "Team", "payments");
        _aws.Tags[fix.Arn]["Team"] = "search";

        Assert.Equal(FixState.Changed, Assert.Single((await RunAsync([fix])).Outcomes).State);
        Assert.Equal("search", _aws.Tags[fix.Arn]["Team"]);
    }

    [Fact]
    public async Task RunAsync_FailedResourcesUnderStatus200_KeepTheirOldKeyAndAreTold()
    {
        var (well, ill) = (Resource(1, "team", "x", "Team", "x"), Resource(2, "team", "x", "Team", "x"));
        _aws.Refused.Add(ill.Arn);

        var run = await RunAsync([well, ill]);

        Assert.Equal([FixState.Applied, FixState.Failed], run.Outcomes.Select(outcome => outcome.State));
        Assert.Contains("ec2:CreateTags", run.Outcomes[1].Detail, StringComparison.Ordinal);
        Assert.True(run.NeedsHelp);
        Assert.Equal(["Name", "team"], _aws.Tags[ill.Arn].Keys.Order());
        // Once AWS lets it, the same command finishes what is left.
        _aws.Refused.Clear();
        Assert.Equal([FixState.AlreadyDone, FixState.Applied], (await RunAsync([well, ill])).Outcomes.Select(outcome => outcome.State));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("tag")]
    [InlineData("untag")]
    public async Task RunAsync_CallFails_LosesNoTagAndGoesOnNextTime(string call)
    {
        var fix = Resource(1, "team", "x", "Team", "x");
        _aws.Fails = call;

        var run = await RunAsync([fix]);

        Assert.Equal(FixState.Failed, Assert.Single(run.Outcomes).State);
        Assert.Contains("FIN5002", run.Outcomes[0].Detail, StringComparison.Ordinal);
        Assert.Equal("x", _aws.Tags[fix.Arn]["team"]);
        _aws.Fails = null;
        Assert.Equal(FixState.Applied, Assert.Single((await RunAsync([fix])).Outcomes).State);
        Assert.Equal(["Name", "Team"], _aws.Tags[fix.Arn].Keys.Order());
    }

    [Fact]
    public async Task RunAsync_AwsDoesNotShowTheNewTagYet_KeepsTheOldKey()
    {
        var fix = Resource(1, "team", "x", "Team", "x");
        _aws.Shown = _aws.Tags.ToDictionary(entry => entry.Key, entry => entry.Value.ToDictionary());

        var run = await RunAsync([fix]);

        Assert.Equal(FixState.Written, Assert.Single(run.Outcomes).State);
        Assert.DoesNotContain("untag", _aws.Calls);
        Assert.Equal("x", _aws.Tags[fix.Arn]["team"]);
    }

    [Fact]
    public async Task RunAsync_OldTagChangesWhileTheNewOneIsWritten_StaysThere()
    {
        var fix = Resource(1, "team", "x", "Team", "x");
        _aws.Before = call =>
        {
            if (call == "tag")
                _aws.Tags[fix.Arn]["team"] = "somebody was here";
        };

        Assert.Equal(FixState.Written, Assert.Single((await RunAsync([fix])).Outcomes).State);
        Assert.Equal("somebody was here", _aws.Tags[fix.Arn]["team"]);
    }

    [Fact]
    public async Task RunAsync_SeveralSpellingsBecomeOne()
    {
        var one = Resource(1, "team", "x", "Team", "x");
        TagFix[] fixes = [one, one with { Key = "TEAM", Value = "X" }, one with { Key = "Team", Value = "X" }];
        (_aws.Tags[one.Arn]["TEAM"], _aws.Tags[one.Arn]["Team"]) = ("X", "X");

        Assert.Equal(3, (await RunAsync(fixes)).Count(FixState.Applied));
        Assert.Equal(new Dictionary<string, string> { ["Name"] = "kept", ["Team"] = "x" }, _aws.Tags[one.Arn]);
    }

    [Fact]
    public async Task RunAsync_ResourceGone_IsTold() =>
        Assert.Equal(FixState.NotThere, Assert.Single((await RunAsync([FixFileTests.Fix(9, "team", "x", "Team", "x")])).Outcomes).State);

    [Fact]
    public async Task RunAsync_NoWayIntoTheAccount_FailsOnlyItsFixes()
    {
        var (here, there) = (Resource(1, "team", "x", "Team", "x"), FixFileTests.Fix(2, "team", "x", "Team", "x") with { AccountId = "100000000002" });

        var run = await TagFixer.RunAsync([here, there], true, (account, _) => account == here.AccountId ? _aws.Mock.Object : null, new SkippingTime(), CancellationToken.None);

        Assert.Equal([FixState.Applied, FixState.Failed], run.Outcomes.Select(outcome => outcome.State));
        Assert.Contains("--role", run.Outcomes[1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef")]
    public void Approve_WithoutTheHashOfTheseFixes_IsRefusedWithoutTellingIt(string? approval)
    {
        TagFix[] fixes = [FixFileTests.Fix(1, "team", "x", "Team", "x")];

        var problem = Assert.Throws<ProblemException>(() => TagFixer.Approve(fixes, approval, "fixes.csv")).Problems[0];

        Assert.Equal("FIN5081", problem.Id);
        Assert.DoesNotContain(TagFixHash.Of(fixes), $"{problem}", StringComparison.Ordinal);
        TagFixer.Approve(fixes, TagFixHash.Of(fixes), "fixes.csv");
    }

    [Fact]
    public async Task Text_HostileTags_WriteNoControlCharacterToATerminal()
    {
        var fix = Resource(1, "te\u001b[2Jam", "\u202Etxt\r\n", "Team", "x");

        var text = FixRunText.Text(await RunAsync([fix], apply: false), "finops run tag-fixes");

        Assert.DoesNotContain(text.Replace(Environment.NewLine, "", StringComparison.Ordinal), c => char.IsControl(c) || c == '\u202E');
    }

    private TagFix Resource(int number, string key, string value, string newKey, string newValue)
    {
        var fix = FixFileTests.Fix(number, key, value, newKey, newValue);
        _aws.Tags[fix.Arn] = new() { [key] = value, ["Name"] = "kept" };
        return fix;
    }

    private Task<FixRun> RunAsync(IReadOnlyList<TagFix> fixes, bool apply = true) =>
        TagFixer.RunAsync(fixes, apply, (_, _) => _aws.Mock.Object, new SkippingTime(), CancellationToken.None);

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class SkippingTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
