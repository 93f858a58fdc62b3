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
    [InlineData("""{"@@assign":[1,true,false,2.50,"x"]}""", "1,true,false,2.50,x")]
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
    public void Compute_OtherAlphabets_AreWrittenAsTheyAre() =>
        Assert.Equal("""{"tags":{"größe":{"tag_key":"größe","tag_value":["*"]}}}""", Effective(["""{"tags":{"Größe":{}}}"""]).ToJson());

    [Fact]
    public void Compute_NoTagKeyAndNoValue_AreFilledIn()
    {
        var key = Effective(["""{"tags":{"Team":{}}}"""]).Keys.Single();

        Assert.Equal(("team", "*"), (key.TagKey.Value, Assert.Single(key.Values).Value));
        Assert.Null(key.TagKey.Origin);
        Assert.Null(key.Values[0].Origin);
        Assert.True(key.AllowsAnyValue);
        Assert.Equal(["tag_key", "tag_value"], key.Settings.Select(setting => setting.Setting));
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
        Assert.Null(EffectivePolicyEngine.Compute([new PolicyLevel(Root, [])]).AccountId);
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
