using Pulumi.Policy.Tests.Testing;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Tests.Wire;

public sealed class RemediationTests
{
    [Fact]
    public async Task Remediate_TwoPolicies_EachSeesWhatTheOtherMade()
    {
        await using var server = await PackServer.StartAsync(Policies.Flipping("first"), Policies.Flipping("second"));

        var answer = await server.RemediateAsync(PackServer.Resource("r", "t", ("value", true), ("__defaults", PropertyMap.Empty), ("kept", 1)));

        Assert.Equal([("first", false), ("second", true)], answer.Remediations.Select(entry => (entry.PolicyName, PropertyCodec.FromBytes(entry.Properties)["value"] == true)));
        Assert.All(answer.Remediations, entry => Assert.Equal(["__defaults", "kept", "value"], PropertyCodec.FromBytes(entry.Properties).Keys));
    }

    [Fact]
    public async Task Remediate_NothingToChange_AnswersNothing()
    {
        await using var server = await PackServer.StartAsync(
            Fixing("null", _ => null), Fixing("same", inputs => inputs.Set("value", true)));

        Assert.Empty((await server.RemediateAsync(PackServer.Resource("r", "t", ("value", true)))).Remediations);
    }

    [Fact]
    public async Task Remediate_Secrets_StaySecretAtEveryDepth()
    {
        await using var server = await PackServer.StartAsync(Fixing("p", inputs => PropertyMap.Of(
            ("password", "new"),
            ("untouched", inputs["untouched"]),
            ("map", PropertyMap.Of(("inner", "new"), ("open", "new"))),
            ("list", PropertyValue.Of(["clear", "new"])),
            ("plain", "x"))));
        var secret = new SecretValue("old");

        var answer = await server.RemediateAsync(PackServer.Resource("r", "t",
            ("password", secret), ("untouched", secret), ("map", PropertyMap.Of(("inner", secret), ("open", "old"))), ("list", PropertyValue.Of(["clear", secret]))));

        var made = PropertyCodec.FromBytes(Assert.Single(answer.Remediations).Properties);
        Assert.Equal(new SecretValue("new"), made["password"]);
        Assert.Equal(secret, made["untouched"]);
        Assert.Equal(PropertyMap.Of(("inner", new SecretValue("new")), ("open", "new")), ((ObjectValue)made["map"]).Map);
        Assert.Equal(PropertyValue.Of(["clear", new SecretValue("new")]), made["list"]);
        Assert.Equal("x", made["plain"]);
    }

    [Fact]
    public async Task Remediate_UnknownsAndAssets_PassThroughUntouched()
    {
        await using var server = await PackServer.StartAsync(Fixing("p", inputs => inputs.Set("added", true)));
        var asset = new AssetValue("text", null, null, "aa");
        var archive = new ArchiveValue(PropertyMap.Of(("a", asset)), null, null);

        var made = PropertyCodec.FromBytes(Assert.Single((await server.RemediateAsync(PackServer.Resource("r", "t",
            ("unknown", new UnknownValue(UnknownKind.Object)), ("asset", asset), ("archive", archive)))).Remediations).Properties);

        Assert.Equal(new UnknownValue(UnknownKind.Object), made["unknown"]);
        Assert.Equal(asset, made["asset"]);
        Assert.Equal(archive, made["archive"]);
    }

    private static ResourceValidationPolicy Fixing(string name, Func<PropertyMap, PropertyMap?> change) => new()
    {
        Name = name, Description = "d", EnforcementLevel = EnforcementLevel.Remediate, RemediateResource = args => change(args.Inputs),
    };
}
