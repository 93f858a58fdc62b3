using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Ssm;

public sealed class ParameterTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Clear = "https://hooks.example.com/very-secret";

    [Fact]
    public async Task SecureString_WholeLife_IsInClearOnlyWithDecryption()
    {
        await CallAsync("PutParameter", Secure("/finops/life"));
        var secured = await ValueAsync("/finops/life", decrypt: false);
        Assert.DoesNotContain("secret", secured, StringComparison.Ordinal);
        Assert.Equal(Clear, await ValueAsync("/finops/life", decrypt: true));
        Assert.Equal("ParameterAlreadyExists", (await RefusedAsync("PutParameter", Secure("/finops/life"))).Code);

        var again = Secure("/finops/life");
        (again["Overwrite"], again["Value"]) = (true, "other");
        Assert.Equal(2, (int)(await CallAsync("PutParameter", again))["Version"]!);
        Assert.Equal("other", await ValueAsync($"arn:aws:ssm:us-east-1:{endpoint.Account}:parameter/finops/life", decrypt: true));
        await CallAsync("DeleteParameter", Named("/finops/life"));
        Assert.Equal("ParameterNotFound", (await RefusedAsync("GetParameter", Named("/finops/life"))).Code);
    }

    [Fact]
    public async Task SecureString_InTheFilesOfTheEndpoint_IsNowhereInClear()
    {
        await CallAsync("PutParameter", Secure("/finops/at-rest"));

        foreach (var file in Directory.EnumerateFiles(endpoint.Directory, "*", SearchOption.AllDirectories))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
            Assert.DoesNotContain(Clear, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Name", "no spaces")]
    [InlineData("Name", "half/a/path")]
    [InlineData("Name", "/aws/reserved")]
    [InlineData("Type", "Secret")]
    [InlineData("AllowedPattern", "^nothing$")]
    public async Task PutParameter_WhatIsNotTaken_IsRefusedWithoutTheValue(string member, string value)
    {
        var parameter = Secure("/finops/bad");
        parameter[member] = value;

        var refused = await RefusedAsync("PutParameter", parameter);
        Assert.DoesNotContain("secret", refused.Message + refused.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutParameter_AKeyForPlainTextOrTooMuchText_IsRefused()
    {
        var plain = Secure("/finops/plain");
        plain["Type"] = "String";
        var large = Secure("/finops/large");
        large["Value"] = new string('x', 4_097);

        Assert.Equal("ValidationException", (await RefusedAsync("PutParameter", plain)).Code);
        Assert.Equal("ValidationException", (await RefusedAsync("PutParameter", large)).Code);
    }

    [Fact]
    public async Task Tags_OfAParameter_RoundTrip()
    {
        await CallAsync("PutParameter", Secure("/finops/tags"));
        await CallAsync("AddTagsToResource", new JsonObject { ["ResourceType"] = "Parameter", ["ResourceId"] = "/finops/tags", ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "a" }) });
        var tags = await CallAsync("ListTagsForResource", new JsonObject { ["ResourceType"] = "Parameter", ["ResourceId"] = "/finops/tags" });
        await CallAsync("RemoveTagsFromResource", new JsonObject { ["ResourceType"] = "Parameter", ["ResourceId"] = "/finops/tags", ["TagKeys"] = new JsonArray("Team") });

        Assert.Equal("a", (string?)Assert.Single(tags["TagList"]!.AsArray())!["Value"]);
        Assert.Equal("InvalidResourceId", (await RefusedAsync("ListTagsForResource", new JsonObject { ["ResourceType"] = "Parameter", ["ResourceId"] = "/nowhere" })).Code);
    }

    [SkippableFact]
    public async Task Parameters_ReadByTheCli_AreEncryptedUnlessAskedFor()
    {
        await CallAsync("PutParameter", Secure("/cli/webhook"));

        var secured = (await AwsCli.RunAsync(endpoint.Server, "ssm", "get-parameter", "--name", "/cli/webhook")).Json["Parameter"]!;
        var clear = (await AwsCli.RunAsync(endpoint.Server, "ssm", "get-parameter", "--name", "/cli/webhook", "--with-decryption")).Json["Parameter"]!;
        var listed = (await AwsCli.RunAsync(endpoint.Server, "ssm", "describe-parameters", "--parameter-filters", "Key=Name,Option=BeginsWith,Values=/cli/")).Json;

        Assert.Equal("SecureString", (string?)secured["Type"]);
        Assert.NotEqual(Clear, (string?)secured["Value"]);
        Assert.Equal(Clear, (string?)clear["Value"]);
        Assert.Equal("arn:aws:kms:us-east-1:111111111111:key/k", (string?)Assert.Single(listed["Parameters"]!.AsArray())!["KeyId"]);
    }

    private static JsonObject Secure(string name) => new() { ["Name"] = name, ["Type"] = "SecureString", ["Value"] = Clear, ["KeyId"] = "arn:aws:kms:us-east-1:111111111111:key/k" };

    private static JsonObject Named(string name) => new() { ["Name"] = name };

    private async Task<string> ValueAsync(string name, bool decrypt) =>
        (string)(await CallAsync("GetParameter", new JsonObject { ["Name"] = name, ["WithDecryption"] = decrypt }))["Parameter"]!["Value"]!;

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("ssm", $"AmazonSSM.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
