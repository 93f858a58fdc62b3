using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

/// <summary>What TAG002 to TAG006 say, beyond the examples on their pages.</summary>
public sealed class TagMessagesTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    [Theory]
    [InlineData("TAG002", "Team", "marketing", "Team = 'marketing'; allowed: payments, checkout")]
    [InlineData("TAG003", "Team", "paymnets", "Team = 'paymnets': did you mean 'payments'? (1 letter apart)")]
    [InlineData("TAG003", "Team", "Payments", "Team = 'Payments': write 'payments'")]
    [InlineData("TAG003", "Team", "data_platform", "Team = 'data_platform': did you mean 'data-platform'? (another separator)")]
    [InlineData("TAG003", "teem", "payments", "key 'teem': did you mean Team? (1 letter apart)")]
    [InlineData("TAG003", "TEAM", "payments", "key 'TEAM': write Team")]
    [InlineData("TAG005", "aws:x", "y", "starts with aws:")]
    public async Task Message_SaysWhatIsWrongAndWhatIsRight(string rule, string key, string value, string part)
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync(rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyMap.Of((key, value)))))));

        Assert.Contains(part, finding.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Mandatory, finding.EnforcementLevel);
    }

    [Theory]
    [InlineData("aws:ecs/service:Service", "set propagateTags to SERVICE or TASK_DEFINITION")]
    [InlineData("aws:rds/instance:Instance", "set copyTagsToSnapshot to true")]
    [InlineData("aws:ec2/instance:Instance", "its volumes lack Project, Team, Environment, CostCenter, Owner")]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", "volumes from it lack Project")]
    public async Task TAG004_NamesTheInputToSet(string type, string part)
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Contains(await pack.FindingsAsync("TAG004", PackClient.Request(type, PropertyMap.Empty)), finding => finding.Message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TAG004_NestedPath_IsNamedWithItsIndex()
    {
        await using var pack = await PackClient.StartAsync();
        var replicas = PropertyValue.Of([PropertyMap.Of(("propagateTags", true)), PropertyMap.Of(("propagateTags", false))]);

        var finding = Assert.Single(await pack.FindingsAsync("TAG004", PackClient.Request("aws:dynamodb/table:Table", PropertyMap.Of(("replicas", replicas)))));

        Assert.Contains("set replicas[1].propagateTags to true", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TAG004_ProviderDefaultTags_ReachVolumes()
    {
        await using var pack = await PackClient.StartAsync();
        var defaults = """{"tags":{"Project":"p1","Team":"payments","Environment":"prod","CostCenter":"10417","Owner":"payments@example.com"}}""";

        Assert.Empty(await pack.FindingsAsync("TAG004", PackClient.Request("aws:ec2/instance:Instance", PropertyMap.Empty, PropertyMap.Of(("defaultTags", defaults)))));
    }

    [Fact]
    public async Task TAG006_NamesTheProviderThatTheListWasMadeFrom()
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync("TAG006", PackClient.Request("aws:future/service:Service", PropertyMap.Of(("tagsAll", PropertyMap.Empty)))));

        Assert.Contains("made from aws 7.48.0", finding.Message, StringComparison.Ordinal);
        Assert.Empty(await pack.FindingsAsync("TAG006", PackClient.Request("aws:future/service:Service", PropertyMap.Empty)));
        Assert.Empty(await pack.FindingsAsync("TAG006", PackClient.Request("other:future/service:Service", PropertyMap.Of(("tags", PropertyMap.Empty)))));
    }
}
