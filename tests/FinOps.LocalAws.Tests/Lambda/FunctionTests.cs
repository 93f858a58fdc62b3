using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Lambda;

public sealed class FunctionTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private static readonly byte[] Code = PythonFunction.Pack("bootstrap", "#!/bin/sh\n");

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/evil")]
    [InlineData("a/../../evil")]
    [InlineData("..\\evil")]
    public async Task CreateFunction_ZipThatClimbsOut_IsRefused(string entry)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => PythonFunction.CreateAsync(endpoint, $"slip-{Math.Abs(entry.Length)}-{(int)entry[^5]}", PythonFunction.Pack(entry, "x")));

        Assert.Equal("InvalidParameterValueException", refused.Code);
        Assert.Contains("outside the package", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateFunction_RoleOfAnotherService_CannotBeAssumed()
    {
        await PythonFunction.CreateRoleAsync(endpoint, "other-role", "ec2.amazonaws.com");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", Input("wrong-role", "other-role")));

        Assert.Equal("The role defined for the function cannot be assumed by Lambda.", (string?)refused.Body["Message"]);
    }

    [Fact]
    public async Task Function_CreatedUpdatedDeleted_AnswersItsConfiguration()
    {
        await PythonFunction.CreateAsync(endpoint, "life", Code, new JsonObject { ["Tags"] = new JsonObject { ["Team"] = "FinOps" }, ["MemorySize"] = 256 });
        var created = await GetAsync("life");
        var updated = await endpoint.Calls.RestAsync("lambda", HttpMethod.Put, "/2015-03-31/functions/life/configuration", new JsonObject { ["Timeout"] = 60 });
        var stale = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("lambda", HttpMethod.Put, "/2015-03-31/functions/life/configuration",
            new JsonObject { ["Timeout"] = 61, ["RevisionId"] = (string?)created["Configuration"]!["RevisionId"] }));
        await endpoint.Calls.RestAsync("lambda", HttpMethod.Delete, "/2015-03-31/functions/life");
        var gone = await Assert.ThrowsAsync<RefusedException>(() => GetAsync("life"));

        Assert.Equal("Active", (string?)created["Configuration"]!["State"]);
        Assert.Equal("FinOps", (string?)created["Tags"]!["Team"]);
        Assert.Equal(256, (int)updated["MemorySize"]!);
        Assert.Equal(60, (int)updated["Timeout"]!);
        Assert.Equal((412, "PreconditionFailedException"), (stale.Status, stale.Code));
        Assert.Equal((404, "ResourceNotFoundException"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task CreateFunction_Twice_IsAConflict()
    {
        await PythonFunction.CreateAsync(endpoint, "once", Code);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", Input("once", "once-role")));

        Assert.Equal((409, "ResourceConflictException"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task CreateFunction_ReservedVariable_IsNamed()
    {
        await PythonFunction.CreateRoleAsync(endpoint, "reserved-role");
        var input = Input("reserved", "reserved-role");
        input["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["AWS_REGION"] = "mars" } };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", input));

        Assert.EndsWith("Reserved keys used in this request: AWS_REGION", (string?)refused.Body["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_AddedAndRemoved_MakeThePolicy()
    {
        await PythonFunction.CreateAsync(endpoint, "allowed", Code);
        var permission = new JsonObject { ["StatementId"] = "s1", ["Action"] = "lambda:InvokeFunction", ["Principal"] = "scheduler.amazonaws.com", ["SourceArn"] = "arn:aws:scheduler:us-east-1:1:schedule/a/b" };
        await endpoint.Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions/allowed/policy", permission);
        var policy = JsonNode.Parse((string)(await endpoint.Calls.RestAsync("lambda", HttpMethod.Get, "/2015-03-31/functions/allowed/policy"))["Policy"]!)!;
        var again = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions/allowed/policy", permission));
        await endpoint.Calls.RestAsync("lambda", HttpMethod.Delete, "/2015-03-31/functions/allowed/policy/s1");

        Assert.Equal("scheduler.amazonaws.com", (string?)policy["Statement"]![0]!["Principal"]!["Service"]);
        Assert.Equal("ResourceConflictException", again.Code);
        Assert.Equal(404, (await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync("lambda", HttpMethod.Get, "/2015-03-31/functions/allowed/policy"))).Status);
    }

    [Fact]
    public async Task Invoke_DryRunAndBadPayload_DoNotStartAnything()
    {
        await PythonFunction.CreateAsync(endpoint, "dry", Code);
        using var dry = await endpoint.Calls.SendAsync("lambda", HttpMethod.Post, "/2015-03-31/functions/dry/invocations", "{}", "application/json", ("X-Amz-Invocation-Type", "DryRun"));
        var bad = await endpoint.Calls.SendAsync("lambda", HttpMethod.Post, "/2015-03-31/functions/dry/invocations", "{no json", "application/json");

        Assert.Equal(204, (int)dry.StatusCode);
        Assert.Equal("InvalidRequestContentException", bad.Headers.GetValues("x-amzn-errortype").Single());
    }

    private JsonObject Input(string name, string role) => new()
    {
        ["FunctionName"] = name,
        ["Runtime"] = "provided.al2023",
        ["Handler"] = "bootstrap",
        ["Role"] = $"arn:aws:iam::{endpoint.Account}:role/{role}",
        ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(Code) },
    };

    private Task<JsonObject> GetAsync(string name) => endpoint.Calls.RestAsync("lambda", HttpMethod.Get, $"/2015-03-31/functions/{name}");
}
