using FinOps.Core.TagPolicies;
using static FinOps.Core.Tests.TagPolicies.Policies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class EffectivePolicyLineageTests
{
    private const string AppendOnly = """{"@@assign":["a"],"@@operators_allowed_for_child_policies":["@@append"]}""";

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
    public void Compute_ForbiddenKey_TellsEachStatementInIt()
    {
        var policy = Effective(
            ["""{"tags":{"@@operators_allowed_for_child_policies":["@@none"]}}"""],
            [Project("""{"@@assign":["a"],"@@append":["b"],"@@remove":["c"]}""")]);

        Assert.Equal(["@@assign", "@@append", "@@remove"], policy.Ignored.Select(ignored => ignored.Origin.Operator));
    }

    [Fact]
    public void Compute_RemovedType_IsToldWithItsSetting()
    {
        var (setting, removed) = Assert.Single(Effective([Project("""{"@@assign":["s3:bucket","rds:db"],"@@remove":["rds:db"]}""", "enforced_for")]).Keys.Single().Removed);

        Assert.Equal(("enforced_for", "rds:db"), (setting, removed.Value));
    }

    [Fact]
    public void Compute_AssignAfterRemove_ForgetsTheRemoval() =>
        Assert.Empty(Effective([Project("""{"@@assign":["a","b"],"@@remove":["b"]}""")], [Project("""{"@@assign":["b"]}""")]).Keys.Single().Removed);
}
