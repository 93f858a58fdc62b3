using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CloudFormation;

public sealed class StackSetTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private string Unit => endpoint.Server.Organization.OrganizationalUnits.Single(unit => unit.Name == "Sandbox").Id;

    private List<string> Members => [.. endpoint.Server.Organization.Accounts.Where(account => account.ParentId == Unit).Select(account => account.Id)];

    [Fact]
    public async Task Instances_OfAUnit_PutTheRolesIntoItsAccounts()
    {
        await CreateAsync("life", Template("life-reader", "tag:GetResources"));

        await SendAsync("CreateStackInstances", Targets("life"));

        var instances = (await SendAsync("ListStackInstances", ("StackSetName", "life"))).Descendants("member").ToList();
        Assert.Equal(Members.Order(StringComparer.Ordinal), instances.Select(instance => instance.Element("Account")!.Value).Order(StringComparer.Ordinal));
        Assert.All(instances, instance => Assert.Equal("CURRENT", instance.Element("Status")!.Value));
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("life-reader", "finops-other"))).Code);
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("life-reader", null))).Code);
        using (var reader = await AssumeAsync("life-reader", "finops-test"))
        {
            Assert.NotNull((await reader.JsonAsync("tagging", "ResourceGroupsTaggingAPI_20170126.GetResources"))["ResourceTagMappingList"]);
            Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<RefusedException>(() => reader.JsonAsync("ce", "AWSInsightsIndexService.ListCostAllocationTags"))).Code);
        }

        // What the template has no more is taken away; what it has now is there.
        await SendAsync("UpdateStackSet", [("StackSetName", "life"), ("TemplateBody", Template("life-second", "tag:GetTagKeys"))]);
        await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("life-reader", "finops-test"));
        (await AssumeAsync("life-second", "finops-test")).Dispose();

        Assert.Equal("StackSetNotEmptyException", (await Assert.ThrowsAsync<RefusedException>(() => SendAsync("DeleteStackSet", ("StackSetName", "life")))).Code);
        await SendAsync("DeleteStackInstances", [.. Targets("life"), ("RetainStacks", "false")]);
        await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("life-second", "finops-test"));
        await SendAsync("DeleteStackSet", ("StackSetName", "life"));
        Assert.Equal("StackSetNotFoundException", (await Assert.ThrowsAsync<RefusedException>(() => SendAsync("DescribeStackSet", ("StackSetName", "life")))).Code);
    }

    [Fact]
    public async Task Instances_RoleOfSomebodyElse_IsLeftAndTheInstanceSaysSo()
    {
        await CreateAsync("first", Template("contested", "tag:GetResources"));
        await SendAsync("CreateStackInstances", Targets("first"));
        await CreateAsync("second", Template("contested", "tag:GetTagKeys"));

        await SendAsync("CreateStackInstances", Targets("second"));

        var instances = (await SendAsync("ListStackInstances", ("StackSetName", "second"))).Descendants("member").ToList();
        Assert.NotEmpty(instances);
        Assert.All(instances, instance => Assert.Equal(("OUTDATED", "FAILED"), (instance.Element("Status")!.Value, instance.Descendants("DetailedStatus").Single().Value)));
    }

    [Theory]
    [InlineData("InsufficientCapabilitiesException", "TemplateBody", "", "Capabilities.member.1", "CAPABILITY_IAM")]
    [InlineData("ValidationError", "TemplateBody", """{"Resources":{"Bucket":{"Type":"AWS::S3::Bucket"}}}""", "", "")]
    [InlineData("ValidationError", "TemplateBody", "Resources: {}", "", "")]
    [InlineData("ValidationError", "PermissionModel", "SELF_MANAGED", "", "")]
    [InlineData("ValidationError", "StackSetName", "1st", "", "")]
    public async Task Create_WhatCannotBe_IsRefused(string code, string name, string value, string secondName, string secondValue)
    {
        var fields = Fields("refused", Template("refused", "tag:GetResources"));
        foreach (var (field, text) in ((string, string)[])[(name, value), (secondName, secondValue)])
            if (text.Length > 0)
                fields = [.. fields.Where(each => each.Item1 != field), (field, text)];

        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => SendAsync("CreateStackSet", fields))).Code);
    }

    [SkippableFact]
    public async Task StackSet_FromTheAwsCli_ReadsBackAsDeclared()
    {
        await CreateAsync("cli", Template("cli-reader", "tag:GetResources"));
        await SendAsync("CreateStackInstances", Targets("cli"));

        var sets = await AwsCli.RunAsync(endpoint.Server, "cloudformation", "list-stack-sets");
        var set = await AwsCli.RunAsync(endpoint.Server, "cloudformation", "describe-stack-set", "--stack-set-name", "cli");
        var instances = await AwsCli.RunAsync(endpoint.Server, "cloudformation", "list-stack-instances", "--stack-set-name", "cli");

        Assert.Contains("cli", sets.Json["Summaries"]!.AsArray().Select(each => (string?)each!["StackSetName"]));
        Assert.True((bool)set.Json["StackSet"]!["AutoDeployment"]!["Enabled"]!);
        Assert.Equal(Unit, (string)set.Json["StackSet"]!["OrganizationalUnitIds"]![0]!);
        Assert.Equal(Members.Count, instances.Json["Summaries"]!.AsArray().Count);
    }

    private Task<XElement> CreateAsync(string name, string template) => SendAsync("CreateStackSet", Fields(name, template));

    private static (string, string)[] Fields(string name, string template) =>
    [
        ("StackSetName", name), ("TemplateBody", template), ("PermissionModel", "SERVICE_MANAGED"), ("AutoDeployment.Enabled", "true"),
        ("AutoDeployment.RetainStacksOnAccountRemoval", "false"), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"),
    ];

    private (string, string)[] Targets(string name) =>
        [("StackSetName", name), ("DeploymentTargets.OrganizationalUnitIds.member.1", Unit), ("Regions.member.1", "us-east-1")];

    private Task<XElement> SendAsync(string action, params (string, string)[] fields) => endpoint.Calls.QueryAsync("cloudformation", "2010-05-15", action, fields);

    private async Task<SignedCalls> AssumeAsync(string role, string? externalId)
    {
        var answer = await endpoint.Calls.QueryAsync("sts", "2011-06-15", "AssumeRole",
            [("RoleArn", $"arn:aws:iam::{Members[0]}:role/{role}"), ("RoleSessionName", "test"), .. externalId is null ? Array.Empty<(string, string)>() : [("ExternalId", externalId)]]);
        return SignedCalls.As(endpoint.Server, answer);
    }

    private string Template(string role, string action) => new JsonObject
    {
        ["Resources"] = new JsonObject
        {
            ["Role"] = new JsonObject
            {
                ["Type"] = "AWS::IAM::Role",
                ["Properties"] = new JsonObject
                {
                    ["RoleName"] = role,
                    ["AssumeRolePolicyDocument"] = JsonNode.Parse($$"""
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{endpoint.Account}}:root"},"Action":"sts:AssumeRole",
                         "Condition":{"StringEquals":{"sts:ExternalId":"finops-test","aws:PrincipalOrgID":"{{endpoint.Server.Organization.Id}}"} } } }
                        """),
                    ["Policies"] = new JsonArray(new JsonObject
                    {
                        ["PolicyName"] = "read",
                        ["PolicyDocument"] = JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{action}}","Resource":"*"} }"""),
                    }),
                },
            },
        },
    }.ToJsonString();
}
