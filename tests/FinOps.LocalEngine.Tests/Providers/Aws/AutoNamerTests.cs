using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Providers.Aws.Checking;
using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class AutoNamerTests
{
    [Theory]
    [InlineData("aws:sns/topic:Topic", "Alerts", "name", "^Alerts-[0-9a-f]{7}$")]
    [InlineData("aws:s3/bucket:Bucket", "Reports", "bucket", "^reports-[0-9a-f]{7}$")]
    [InlineData("aws:rds/instance:Instance", "db", "identifier", "^db-[0-9a-f]{7}$")]
    [InlineData("aws:kms/alias:Alias", "key", "name", "^alias/key-[0-9a-f]{7}$")]
    public void Apply_NoName_NamesAfterTheLogicalName(string token, string name, string property, string pattern) =>
        Assert.Matches(pattern, Apply(token, name, null)!.Text(property));

    [Fact]
    public void Apply_SameSeed_GivesTheSameName() =>
        Assert.Equal(Apply("aws:sns/topic:Topic", "a", null).Text("name"), Apply("aws:sns/topic:Topic", "a", null).Text("name"));

    [Fact]
    public void Apply_Update_KeepsTheGeneratedName() =>
        Assert.Equal("a-0123abc", Apply("aws:sns/topic:Topic", "a", PropertyMap.Of(("name", "a-0123abc"))).Text("name"));

    [Fact]
    public void Apply_ExplicitNameTakenAway_NamesAnew() =>
        Assert.Matches("^a-[0-9a-f]{7}$", Apply("aws:sns/topic:Topic", "a", PropertyMap.Of(("name", "explicit"))).Text("name"));

    [Fact]
    public void Apply_Prefix_IsUsed() =>
        Assert.Matches("^team_[0-9a-f]{7}$", Apply("aws:sns/topic:Topic", "a", null, ("namePrefix", "team_")).Text("name"));

    [Fact]
    public void Apply_FifoQueue_EndsInFifo() =>
        Assert.EndsWith(".fifo", Apply("aws:sqs/queue:Queue", "a", null, ("fifoQueue", true)).Text("name"), StringComparison.Ordinal);

    [Theory]
    [InlineData("aws:organizations/policyAttachment:PolicyAttachment")]
    [InlineData("aws:costexplorer/costAllocationTag:CostAllocationTag")]
    public void Apply_TypeWithoutName_ChangesNothing(string token) => Assert.Empty(Apply(token, "a", null));

    private static PropertyMap Apply(string token, string name, PropertyMap? old, params (string Key, PropertyValue Value)[] inputs) =>
        AutoNamer.Apply(AwsSchema.Instance.Resource(token)!, new CheckRequest("urn", token, name, old, PropertyMap.Of(inputs), "seed"));
}
