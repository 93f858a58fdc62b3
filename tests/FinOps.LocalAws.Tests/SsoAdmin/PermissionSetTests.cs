using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.SsoAdmin;

public sealed class PermissionSetTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Group = "90676f1a-1041-70b5-6b0c-2b1f8a3c4d5e";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ce:Get*","Resource":"*"}]}""";

    [Fact]
    public async Task Assignment_OfAGroup_MakesTheReservedRole()
    {
        var (instance, set) = await CreateAsync("life");
        await SendAsync("PutInlinePolicyToPermissionSet", Target(instance, set, ("InlinePolicy", Policy)));

        var assigned = await SendAsync("CreateAccountAssignment", Assignment(instance, set));

        Assert.Equal("SUCCEEDED", (string)assigned["AccountAssignmentCreationStatus"]!["Status"]!);
        var role = Assert.Single(await ReservedRolesAsync("AWSReservedSSO_life_"));
        var policy = await endpoint.Calls.QueryAsync("iam", "2010-05-08", "GetRolePolicy", ("RoleName", role), ("PolicyName", "AwsSSOInlinePolicy"));
        Assert.Equal(Policy, Uri.UnescapeDataString(policy.Descendants("PolicyDocument").Single().Value));

        Assert.Equal("ConflictException", (await Assert.ThrowsAsync<RefusedException>(() => SendAsync("DeletePermissionSet", Target(instance, set)))).Code);
        await SendAsync("DeleteAccountAssignment", Assignment(instance, set));
        Assert.Empty(await ReservedRolesAsync("AWSReservedSSO_life_"));
        await SendAsync("DeletePermissionSet", Target(instance, set));
        Assert.Equal("ResourceNotFoundException", (await Assert.ThrowsAsync<RefusedException>(() => SendAsync("DescribePermissionSet", Target(instance, set)))).Code);
    }

    [Theory]
    [InlineData("taken", "PT1H", "ConflictException")]
    [InlineData("other", "8 hours", "ValidationException")]
    [InlineData("a name with blanks", "PT1H", "ValidationException")]
    public async Task CreatePermissionSet_WhatCannotBe_IsRefused(string name, string duration, string code)
    {
        var instance = await InstanceAsync();
        await SendAsync("CreatePermissionSet", new JsonObject { ["InstanceArn"] = instance, ["Name"] = $"taken{(name == "taken" ? "" : duration.Length + name.Length)}" });

        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => SendAsync("CreatePermissionSet", new JsonObject { ["InstanceArn"] = instance, ["Name"] = name, ["SessionDuration"] = duration }))).Code);
    }

    [SkippableFact]
    public async Task PermissionSet_FromTheAwsCli_ReadsBackAsDeclared()
    {
        var (instance, set) = await CreateAsync("cli");

        var instances = await AwsCli.RunAsync(endpoint.Server, "sso-admin", "list-instances");
        var described = await AwsCli.RunAsync(endpoint.Server, "sso-admin", "describe-permission-set", "--instance-arn", instance, "--permission-set-arn", set);

        Assert.Equal(instance, (string)instances.Json["Instances"]![0]!["InstanceArn"]!);
        Assert.Equal("PT4H", (string)described.Json["PermissionSet"]!["SessionDuration"]!);
    }

    private async Task<(string Instance, string Set)> CreateAsync(string name)
    {
        var instance = await InstanceAsync();
        var created = await SendAsync("CreatePermissionSet", new JsonObject { ["InstanceArn"] = instance, ["Name"] = name, ["SessionDuration"] = "PT4H" });
        return (instance, (string)created["PermissionSet"]!["PermissionSetArn"]!);
    }

    private async Task<string> InstanceAsync() => (string)(await SendAsync("ListInstances", []))["Instances"]![0]!["InstanceArn"]!;

    private Task<JsonObject> SendAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("sso", $"SWBExternalService.{operation}", input);

    private async Task<List<string>> ReservedRolesAsync(string prefix) =>
        [.. (await endpoint.Calls.QueryAsync("iam", "2010-05-08", "ListRoles", ("PathPrefix", "/aws-reserved/"))).Descendants("RoleName").Select(name => name.Value).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];

    private static JsonObject Target(string instance, string set, params (string Name, string Value)[] more)
    {
        var input = new JsonObject { ["InstanceArn"] = instance, ["PermissionSetArn"] = set };
        foreach (var (name, value) in more)
            input[name] = value;
        return input;
    }

    private JsonObject Assignment(string instance, string set) =>
        Target(instance, set, ("PrincipalType", "GROUP"), ("PrincipalId", Group), ("TargetType", "AWS_ACCOUNT"), ("TargetId", endpoint.Account));
}
