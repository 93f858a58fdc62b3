using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

/// <summary>Remediation by TAG001 (fills in what the stack knows) and TAG003 (casing and separators).</summary>
public sealed class TagRepairTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    private static readonly (string Key, string Value)[] StackTags = [("Team", "search"), ("Environment", "nonsense"), ("Note", "not in the standard")];

    [Fact]
    public async Task TAG001_FillsFromStackTagsAndConfigurationWhatTheStandardAllows()
    {
        await using var pack = await StartAsync("TAG001-required-tag-missing", config: [("finops:tags", """{"CostCenter":"10417","Team":"payments"}""")]);

        var made = await RepairAsync(pack, Bucket, PropertyMap.Of(("bucket", "logs"), ("tags", PropertyMap.Of(("Project", "p1")))));

        Assert.Equal(PropertyMap.Of(("bucket", "logs"), ("tags", PropertyMap.Of(("Project", "p1"), ("Team", "payments"), ("CostCenter", "10417")))), made);
    }

    [Fact]
    public async Task TAG001_AutoScalingGroup_GetsItemsThatPropagate()
    {
        await using var pack = await StartAsync("TAG001-required-tag-missing");

        var made = await RepairAsync(pack, "aws:autoscaling/group:Group", PropertyMap.Empty);

        Assert.Equal(PropertyMap.Of(("tags", PropertyValue.Of([PropertyMap.Of(("key", "Team"), ("value", "search"), ("propagateAtLaunch", true))]))), made);
    }

    [Theory]
    [InlineData("aws:iam/policyAttachment:PolicyAttachment")]
    [InlineData("aws:inspector/resourceGroup:ResourceGroup")]
    public async Task TAG001_TypeWithoutTags_IsLeftAlone(string type)
    {
        await using var pack = await StartAsync("TAG001-required-tag-missing");

        Assert.Null(await RepairAsync(pack, type, PropertyMap.Empty));
    }

    [Fact]
    public async Task TAG001_UnknownTags_AreLeftAlone()
    {
        await using var pack = await StartAsync("TAG001-required-tag-missing");

        Assert.Null(await RepairAsync(pack, Bucket, PropertyMap.Of(("tags", PropertyValue.Unknown))));
    }

    [Fact]
    public async Task TAG001_SecretTags_StaySecret()
    {
        await using var pack = await StartAsync("TAG001-required-tag-missing");

        var made = await RepairAsync(pack, Bucket, PropertyMap.Of(("tags", new SecretValue(PropertyMap.Of(("Note", "x"))))));

        Assert.Equal(new SecretValue(PropertyMap.Of(("Note", "x"), ("Team", "search"))), made!["tags"]);
    }

    [Fact]
    public async Task TAG001_BrokenConfiguration_IsAnError()
    {
        await using var pack = await StartAsync("TAG001-required-tag-missing", config: [("finops:tags", "payments")]);

        Assert.Contains("FIN6004", (await Assert.ThrowsAsync<RpcException>(() => RepairAsync(pack, Bucket, PropertyMap.Empty))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TAG003_MendsCasingAndSeparatorsAlone()
    {
        await using var pack = await StartAsync("TAG003-tag-misspelt");

        var made = await RepairAsync(pack, Bucket, PropertyMap.Of(("tags", PropertyMap.Of(
            ("cost_center", "10417"), ("Environment", "Prod"), ("Teem", "payments"), ("Project", PropertyValue.Unknown), ("owner", new SecretValue("payments@example.com"))))));

        Assert.Equal(
            PropertyMap.Of(("CostCenter", "10417"), ("Environment", "prod"), ("Teem", "payments"), ("Project", PropertyValue.Unknown), ("Owner", new SecretValue("payments@example.com"))),
            ((ObjectValue)made!["tags"]).Map);
    }

    [Fact]
    public async Task TAG003_BothSpellingsThere_AreLeftToAPerson()
    {
        await using var pack = await StartAsync("TAG003-tag-misspelt");

        Assert.Null(await RepairAsync(pack, Bucket, PropertyMap.Of(("tags", PropertyMap.Of(("team", "search"), ("Team", "payments"))))));
    }

    [Fact]
    public async Task MandatoryLevel_ChangesNothing()
    {
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureStackAsync(tags: StackTags);

        Assert.Null(await RepairAsync(pack, Bucket, PropertyMap.Empty));
    }

    private static async Task<PackClient> StartAsync(string policy, (string Key, string Value)[]? config = null)
    {
        var pack = await PackClient.StartAsync();
        await pack.ConfigureStackAsync(config: config, tags: StackTags);
        await pack.ConfigureAsync((policy, EnforcementLevel.Remediate, PropertyMap.Empty));
        return pack;
    }

    private static async Task<PropertyMap?> RepairAsync(PackClient pack, string type, PropertyMap inputs)
    {
        var entries = (await pack.RemediateAsync(PackClient.Request(type, inputs))).Remediations;
        return entries.Count == 0 ? null : PropertyCodec.FromBytes(Assert.Single(entries).Properties);
    }
}
