using FinOps.Core.TagPolicies;
using static FinOps.Core.Tests.TagPolicies.Policies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class EffectivePolicyEngineTests
{
    private const string AppendOnly = """{"@@assign":["a"],"@@operators_allowed_for_child_policies":["@@append"]}""";

    [Theory]
    [InlineData("""{"@@assign":["c"]}""", "c")]
    [InlineData("""{"@@append":["b","c"]}""", "a,b,c")]
    [InlineData("""{"@@remove":["a","unknown"]}""", "b")]
    [InlineData("""{"@@assign":["c"],"@@append":["d"],"@@remove":["c"]}""", "d")]
    [InlineData("""{"@@assign":[1,true,2.50,"x"]}""", "1,true,2.50,x")]
    [InlineData("""{"@@assign":["x","x"]}""", "x")]
    [InlineData("""{"@@remove":["a","b"]}""", "*")]
    public void Compute_ChildStatement_ChangesWhatWasInherited(string child, string expected) =>
        Assert.Equal(expected.Split(','), Values(Effective([Project("""{"@@assign":["a","b"]}""")], [Project(child)])));

    [Theory]
    [InlineData("@@none", """{"@@assign":["x"]}""", "a,b")]
    [InlineData("@@none", """{"@@append":["x"]}""", "a,b")]
    [InlineData("@@none", """{"@@remove":["a"]}""", "a,b")]
    [InlineData("@@all", """{"@@assign":["x"]}""", "x")]
    [InlineData("@@assign", """{"@@assign":["x"]}""", "x")]
    [InlineData("@@assign", """{"@@append":["x"]}""", "a,b")]
    [InlineData("@@assign", """{"@@remove":["a"]}""", "a,b")]
    [InlineData("@@append", """{"@@append":["x"]}""", "a,b,x")]
    [InlineData("@@append", """{"@@assign":["x"]}""", "a,b")]
    [InlineData("@@append", """{"@@remove":["a"]}""", "a,b")]
    [InlineData("@@remove", """{"@@remove":["a"]}""", "b")]
    [InlineData("@@remove", """{"@@append":["x"]}""", "a,b")]
    [InlineData("@@append\",\"@@remove", """{"@@assign":["z"],"@@append":["x"],"@@remove":["a"]}""", "b,x")]
    public void Compute_Controls_AllowOnlyWhatTheyName(string controls, string child, string expected)
    {
        var parent = Project($$"""{"@@assign":["a","b"],"@@operators_allowed_for_child_policies":["{{controls}}"]}""");

        Assert.Equal(expected.Split(','), Values(Effective([parent], [Project(child)])));
    }

    [Fact]
    public void Compute_Controls_BindLowerLevelsAndNotTheirOwn()
    {
        var policy = Effective([Project("""{"@@operators_allowed_for_child_policies":["@@none"]}"""), Project("""{"@@assign":["a"]}""")], [Project("""{"@@assign":["b"]}""")]);

        Assert.Equal(["a"], Values(policy));
    }

    [Fact]
    public void Compute_ControlsOfPeers_AreIntersected()
    {
        var root = new[]
        {
            Project("""{"@@operators_allowed_for_child_policies":["@@append"],"@@assign":["Maintenance"]}"""),
            Project("""{"@@operators_allowed_for_child_policies":["@@append","@@remove"]}"""),
        };

        Assert.Equal(["Maintenance", "x"], Values(Effective(root, [Project("""{"@@append":["x"],"@@remove":["Maintenance"]}""")])));
    }

    [Fact]
    public void Compute_Controls_CannotBeRelaxedLowerDown()
    {
        var policy = Effective([Project(AppendOnly)], [Project("""{"@@operators_allowed_for_child_policies":["@@all"]}""")], [Project("""{"@@assign":["b"]}""")]);

        Assert.Equal(["a"], Values(policy));
    }

    [Fact]
    public void Compute_Controls_OfTwoLevelsAddUp()
    {
        var policy = Effective(
            [Project("""{"@@assign":["a"],"@@operators_allowed_for_child_policies":["@@append","@@assign"]}""")],
            [Project("""{"@@operators_allowed_for_child_policies":["@@append","@@remove"]}""")],
            [Project("""{"@@assign":["x"],"@@append":["b"],"@@remove":["a"]}""")]);

        Assert.Equal(["a", "b"], Values(policy));
    }

    [Fact]
    public void Compute_ControlsOfOneSetting_LeaveTheOthersAlone()
    {
        var root = """{"tags":{"project":{"tag_key":{"@@assign":"Project","@@operators_allowed_for_child_policies":["@@none"]},"tag_value":{"@@assign":["a"]}}}}""";
        var child = """{"tags":{"project":{"tag_key":{"@@assign":"PROJECT"},"tag_value":{"@@append":["b"]}}}}""";

        Assert.Equal("""{"tags":{"project":{"tag_key":"Project","tag_value":["a","b"]}}}""", Effective([root], [child]).ToJson());
    }

    [Fact]
    public void Compute_NoneOnTags_ClosesItToNewKeysButNotToSettingsOfOldOnes()
    {
        var root = """{"tags":{"@@operators_allowed_for_child_policies":["@@none"],"project":{"tag_value":{"@@assign":["a"]}}}}""";
        var child = """{"tags":{"project":{"tag_value":{"@@append":["b"]},"enforced_for":{"@@assign":["s3:bucket"]}},"team":{"tag_key":{"@@assign":"Team"}}}}""";

        var policy = Effective([root], [child]);

        Assert.Equal("""{"tags":{"project":{"tag_key":"project","tag_value":["a","b"],"enforced_for":["s3:bucket"]}}}""", policy.ToJson());
        Assert.Equal("$.tags.team.tag_key.@@assign", Assert.Single(policy.Ignored).Origin.Path);
        Assert.Equal("$.tags.@@operators_allowed_for_child_policies", Assert.Single(policy.Ignored[0].Because).Path);
    }

    [Fact]
    public void Compute_NoneOnAKey_ClosesItToNewSettings()
    {
        var root = """{"tags":{"project":{"@@operators_allowed_for_child_policies":["@@none"],"tag_value":{"@@assign":["a"]}}}}""";
        var child = """{"tags":{"project":{"enforced_for":{"@@assign":["s3:bucket"]},"tag_value":{"@@assign":["b"]}}}}""";

        Assert.Equal("""{"tags":{"project":{"tag_key":"project","tag_value":["b"]}}}""", Effective([root], [child]).ToJson());
    }

    [Fact]
    public void Compute_AppendOnTags_LeavesItOpen()
    {
        var root = """{"tags":{"@@operators_allowed_for_child_policies":["@@append"]}}""";

        Assert.Single(Effective([root], [Project("""{"@@assign":["a"]}""")]).Keys);
    }

    [Fact]
    public void Compute_TwoPeersAssign_TheFirstAttachedWins()
    {
        string first = Project("""{"@@assign":"PROJECT"}""", "tag_key"), second = Project("""{"@@assign":"project"}""", "tag_key");

        Assert.Equal("PROJECT", Effective([first, second]).Keys.Single().TagKey.Value);
        Assert.Equal("project", Effective([second, first]).Keys.Single().TagKey.Value);
        var ignored = Assert.Single(Effective([first, second]).Ignored);
        Assert.Equal((IgnoredReason.AssignedEarlier, "p-2", "p-1"), (ignored.Reason, ignored.Origin.PolicyId, Assert.Single(ignored.Because).PolicyId));
    }

    [Theory]
    [InlineData("""{"@@append":["x"]}""", """{"@@remove":["x","a"]}""")]
    [InlineData("""{"@@remove":["x","a"]}""", """{"@@append":["x"]}""")]
    public void Compute_PeersAppendAndRemove_RemoveComesLast(string first, string second) =>
        Assert.Equal(["b"], Values(Effective([Project("""{"@@assign":["a","b"]}""")], [Project(first), Project(second)])));

    [Fact]
    public void Compute_PeerAppends_AddToTheAssignmentOfAnother() =>
        Assert.Equal(["a", "b", "c"], Values(Effective([Project("""{"@@append":["b"]}"""), Project("""{"@@append":["c","b"]}"""), Project("""{"@@assign":["a"]}""")])));

    [Fact]
    public void Compute_PolicyKeysInOtherCasing_AreOneKeyInLowerCase()
    {
        var policy = Effective(["""{"tags":{"CostCenter":{"tag_value":{"@@assign":["100"]}}}}"""], ["""{"tags":{"COSTCENTER":{"tag_value":{"@@append":["200"]}}}}"""]);

        Assert.Equal("""{"tags":{"costcenter":{"tag_key":"costcenter","tag_value":["100","200"]}}}""", policy.ToJson());
    }

    [Fact]
    public void Compute_NoTagKeyAndNoValue_AreFilledIn()
    {
        var key = Effective(["""{"tags":{"Team":{}}}"""]).Keys.Single();

        Assert.Equal(("team", "*"), (key.TagKey.Value, Assert.Single(key.Values).Value));
        Assert.Null(key.TagKey.Origin);
        Assert.Null(key.Values[0].Origin);
        Assert.True(key.AllowsAnyValue);
    }

    [Fact]
    public void Compute_EnforcementRemoved_IsGoneFromTheDocument()
    {
        var root = """{"tags":{"project":{"enforced_for":{"@@assign":["redshift:*","dynamodb:table"]},"report_required_tag_for":{"@@assign":["ec2:ALL_SUPPORTED"]}}}}""";

        Assert.Equal("""{"tags":{"project":{"tag_key":"project","tag_value":["*"],"report_required_tag_for":["ec2:ALL_SUPPORTED"]}}}""",
            Effective([root], [Project("""{"@@remove":["redshift:*","dynamodb:table"]}""", "enforced_for")]).ToJson());
    }

    [Fact]
    public void Compute_Keys_ComeInOrder() =>
        Assert.Equal(["a", "b", "c"], Effective(["""{"tags":{"C":{},"a":{}}}""", """{"tags":{"B":{}}}"""]).Keys.Select(key => key.PolicyKey));

    [Fact]
    public void Compute_NoPolicies_IsEmpty()
    {
        var policy = Effective();

        Assert.Equal("""{"tags":{}}""", policy.ToJson());
        Assert.Equal(Account, policy.AccountId);
        Assert.Empty(policy.Ignored);
        Assert.Empty(policy.Errors);
    }

    [Fact]
    public void Compute_Values_KnowWhereTheyComeFrom()
    {
        var policy = Effective([Project("""{"@@assign":["a","b","c"]}""")], [], [Project("""{"@@append":["b","d"],"@@remove":["c"]}""")]);
        var key = policy.Keys.Single();

        Assert.Equal(new PolicyOrigin("p-1", "policy-1", "r-root", "Root", "@@assign", "$.tags.project.tag_value.@@assign[1]"), key.Values[1].Origin);
        Assert.Equal(new PolicyOrigin("p-2", "policy-2", Inner.Id, "Inner", "@@append", "$.tags.project.tag_value.@@append[1]"), key.Values[2].Origin);
        var (setting, removed) = Assert.Single(key.Removed);
        Assert.Equal(("tag_value", "c", "p-1", "@@remove", "$.tags.project.tag_value.@@remove[0]"), (setting, removed.Value, removed.Origin.PolicyId, removed.RemovedBy.Operator, removed.RemovedBy.Path));
    }

    [Fact]
    public void Compute_TagKey_HasTheWrittenPathWithoutIndex() =>
        Assert.Equal("$.tags.Project.tag_key.@@assign", Effective(["""{"tags":{"Project":{"tag_key":{"@@assign":"PROJECT"}}}}"""]).Keys.Single().TagKey.Origin!.Path);

    [Fact]
    public void Compute_ForbiddenStatement_IsIgnoredWithTheControlThatForbids()
    {
        var policy = Effective([Project(AppendOnly)], [], [], [Project("""{"@@assign":["b"]}""")]);

        var ignored = Assert.Single(policy.Ignored);
        Assert.Equal((IgnoredReason.NotAllowed, "p-2", Account, "$.tags.project.tag_value.@@assign"), (ignored.Reason, ignored.Origin.PolicyId, ignored.Origin.TargetId, ignored.Origin.Path));
        Assert.Equal(("p-1", "$.tags.project.tag_value.@@operators_allowed_for_child_policies"), (ignored.Because.Single().PolicyId, ignored.Because.Single().Path));
    }

    [Fact]
    public void Compute_AssignAfterRemove_ForgetsTheRemoval() =>
        Assert.Empty(Effective([Project("""{"@@assign":["a","b"],"@@remove":["b"]}""")], [Project("""{"@@assign":["b"]}""")]).Keys.Single().Removed);

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    public void Compute_RequiredKeysOfOneType_AreLimited(int keys, int errors)
    {
        string Document(IEnumerable<int> numbers) => "{\"tags\":{" + string.Join(',', numbers.Select(number =>
            $"\"k{number}\":{{\"report_required_tag_for\":{{\"@@assign\":[\"ec2:instance\"]}}}}")) + "}}";

        var policy = Effective([Document(Enumerable.Range(0, 30)), Document(Enumerable.Range(30, keys - 30)), Project("""{"@@assign":["s3:bucket"]}""", "report_required_tag_for")]);

        Assert.Equal(errors, policy.Errors.Length);
        Assert.All(policy.Errors, error => Assert.Equal((EffectivePolicyError.ElementsTooMany, "tags", "p-1,p-2"), (error.Code, error.Path, string.Join(',', error.ContributingPolicies))));
        Assert.All(policy.Errors, error => Assert.Contains("51 tag keys are required of ec2:instance", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(395_000, 0)]
    [InlineData(395_001, 1)]
    public void Compute_Bytes_AreLimited(int bytes, int errors)
    {
        // Four levels of ten policies of forty values: enough to come near the limit, and then single characters to meet it.
        var lengths = Enumerable.Repeat(243, 1600).ToArray();
        var missing = bytes - Bytes(Filled(lengths));
        for (var index = 0; missing > 0; index = index % 40 == 7 ? index + 33 : index + 1)
        {
            var more = Math.Min(13, missing);
            lengths[index] += more;
            missing -= more;
        }

        var policy = Filled(lengths);

        Assert.Equal(bytes, Bytes(policy));
        Assert.Equal(errors, policy.Errors.Length);
        Assert.All(policy.Errors, error => Assert.Equal((EffectivePolicyError.ElementsTooMany, "tags", 40), (error.Code, error.Path, error.ContributingPolicies.Length)));

        static int Bytes(EffectiveTagPolicy policy) => System.Text.Encoding.UTF8.GetByteCount(policy.ToJson());

        static EffectiveTagPolicy Filled(int[] lengths) => Effective([.. lengths
            .Select((length, index) => $"\"{index.ToString(System.Globalization.CultureInfo.InvariantCulture).PadRight(length, 'x')}\"")
            .Chunk(40).Select(values => Project($"{{\"@@append\":[{string.Join(',', values)}]}}")).Chunk(10)]);
    }

    [Fact]
    public void EffectiveFor_Account_WalksFromTheRootDown()
    {
        var organization = PolicyOrganization.Create("test",
            [Root with { PolicyIds = ["p-1"] }, Outer, Inner with { PolicyIds = ["p-2"] }, Leaf with { PolicyIds = ["p-3"] }, Leaf with { Id = "444455556666", ParentId = Outer.Id }],
            [("p-1", "one", Project("""{"@@assign":["a"]}""")), ("p-2", "two", Project("""{"@@append":["b"]}""")), ("p-3", "three", Project("""{"@@append":["c"]}"""))]);

        Assert.Equal(["a", "b", "c"], Values(organization.EffectiveFor(Account)));
        Assert.Equal(["a"], Values(organization.EffectiveFor("444455556666")));
        Assert.Equal([Root.Id, Outer.Id, Inner.Id, Account], organization.LevelsTo(Account).Select(level => level.Target.Id));
    }
}
