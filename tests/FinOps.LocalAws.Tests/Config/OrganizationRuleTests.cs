using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Config;

public sealed class OrganizationRuleTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task Rule_PutDescribedDeleted_ReadsBackAsItWasPut()
    {
        var arn = (string)(await PutAsync("life", """{"tag1Key":"Team","tag1Value":"a,b"}"""))["OrganizationConfigRuleArn"]!;
        Assert.EndsWith(":organization-config-rule/life", arn, StringComparison.Ordinal);

        var rule = Assert.Single((await CallAsync("DescribeOrganizationConfigRules", Named("life")))["OrganizationConfigRules"]!.AsArray())!;
        Assert.Equal("""{"tag1Key":"Team","tag1Value":"a,b"}""", (string?)rule["OrganizationManagedRuleMetadata"]!["InputParameters"]);
        Assert.Equal(["AWS::S3::Bucket"], rule["OrganizationManagedRuleMetadata"]!["ResourceTypesScope"]!.AsArray().Select(type => (string?)type));
        var status = Assert.Single((await CallAsync("DescribeOrganizationConfigRuleStatuses", Named("life")))["OrganizationConfigRuleStatuses"]!.AsArray())!;
        Assert.Equal("CREATE_SUCCESSFUL", (string?)status["OrganizationRuleStatus"]);

        await CallAsync("DeleteOrganizationConfigRule", new JsonObject { ["OrganizationConfigRuleName"] = "life" });
        Assert.Equal("NoSuchOrganizationConfigRuleException", (await RefusedAsync("DescribeOrganizationConfigRules", Named("life"))).Code);
        Assert.Equal("NoSuchOrganizationConfigRuleException", (await RefusedAsync("DeleteOrganizationConfigRule", new JsonObject { ["OrganizationConfigRuleName"] = "life" })).Code);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"tag2Key":"Team"}""")]
    [InlineData("""{"tag1Key":"Team","tag7Key":"Seventh"}""")]
    [InlineData("""{"tag1Key":["Team"]}""")]
    public async Task Put_ParametersThatTheRuleDoesNotHave_AreRefused(string parameters) =>
        Assert.Equal("InvalidParameterValueException", (await RefusedAsync("PutOrganizationConfigRule", Rule("bad", parameters))).Code);

    [Fact]
    public async Task Put_OverTheLimits_IsRefused()
    {
        var longest = $$"""{"tag1Key":"Team","tag1Value":"{{new string('v', 990)}}"}""";

        Assert.Equal("ValidationException", (await RefusedAsync("PutOrganizationConfigRule", Rule("bad", longest + new string(' ', 50)))).Code);
        Assert.Equal("ValidationException", (await RefusedAsync("PutOrganizationConfigRule", Rule("bad name", longest))).Code);
        Assert.Equal("ValidationException", (await RefusedAsync("PutOrganizationConfigRule", Rule(new string('n', 65), longest))).Code);
    }

    private static JsonObject Named(string name) => new() { ["OrganizationConfigRuleNames"] = new JsonArray(name) };

    private static JsonObject Rule(string name, string parameters) => new()
    {
        ["OrganizationConfigRuleName"] = name,
        ["OrganizationManagedRuleMetadata"] = new JsonObject { ["RuleIdentifier"] = "REQUIRED_TAGS", ["InputParameters"] = parameters, ["ResourceTypesScope"] = new JsonArray("AWS::S3::Bucket") },
    };

    private Task<JsonObject> PutAsync(string name, string parameters) => CallAsync("PutOrganizationConfigRule", Rule(name, parameters));

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("config", $"StarlingDoveService.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
