using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Lambda;

public sealed class EventInvokeTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Queue = "arn:aws:sqs:us-east-1:111111111111:dead-letters";

    [Fact]
    public async Task Config_WholeLife_ReadsBackAsItWasPut()
    {
        await CreateAsync("life");
        await CallAsync(HttpMethod.Put, "life", Config());

        var read = await CallAsync(HttpMethod.Get, "life");
        Assert.Equal(Queue, (string?)read["DestinationConfig"]!["OnFailure"]!["Destination"]);
        Assert.Equal(1, (int)read["MaximumRetryAttempts"]!);
        Assert.EndsWith(":function:life:$LATEST", (string?)read["FunctionArn"], StringComparison.Ordinal);
        await CallAsync(HttpMethod.Delete, "life");
        Assert.Equal("ResourceNotFoundException", (await RefusedAsync(HttpMethod.Get, "life")).Code);
    }

    [Theory]
    [InlineData("MaximumRetryAttempts", 3)]
    [InlineData("MaximumEventAgeInSeconds", 59)]
    [InlineData("MaximumEventAgeInSeconds", 21_601)]
    public async Task Put_OutsideOfTheRange_IsRefused(string member, int value)
    {
        await CreateAsync($"range-{member[^4..].ToLowerInvariant()}-{value}");
        var config = Config();
        config[member] = value;

        Assert.Equal("InvalidParameterValueException", (await RefusedAsync(HttpMethod.Put, $"range-{member[^4..].ToLowerInvariant()}-{value}", config)).Code);
    }

    [SkippableFact]
    public async Task Config_ReadByTheCli_IsThere()
    {
        await CreateAsync("cli");
        await CallAsync(HttpMethod.Put, "cli", Config());

        var read = (await AwsCli.RunAsync(endpoint.Server, "lambda", "get-function-event-invoke-config", "--function-name", "cli")).Json;
        Assert.Equal(Queue, (string?)read["DestinationConfig"]!["OnFailure"]!["Destination"]);
    }

    private static JsonObject Config() => new()
    {
        ["MaximumRetryAttempts"] = 1,
        ["MaximumEventAgeInSeconds"] = 3_600,
        ["DestinationConfig"] = new JsonObject { ["OnFailure"] = new JsonObject { ["Destination"] = Queue } },
    };

    private Task CreateAsync(string name) => PythonFunction.CreateAsync(endpoint, name, PythonFunction.Pack("bootstrap", "#!/bin/sh\n"));

    private Task<JsonObject> CallAsync(HttpMethod method, string name, JsonObject? input = null) => endpoint.Calls.RestAsync("lambda", method, $"/2019-09-25/functions/{name}/event-invoke-config", input);

    private Task<RefusedException> RefusedAsync(HttpMethod method, string name, JsonObject? input = null) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(method, name, input));
}
