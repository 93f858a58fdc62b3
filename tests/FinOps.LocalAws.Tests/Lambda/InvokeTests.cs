using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Lambda;

public sealed class InvokeTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [SkippableFact]
    public async Task Invoke_Twice_AnswersFromOneWarmProcessAndLogs()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "warm", PythonFunction.Zip("return {'calls': calls, 'name': event.get('name'), 'env': os.environ.get('COLOR')}"), new JsonObject
        {
            ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["COLOR"] = "green" } },
            ["Timeout"] = 20,
        });

        var first = await InvokeAsync("warm", """{"name":"a"}""");
        var second = await InvokeAsync("warm", """{"name":"b"}""");

        Assert.Equal("""{"calls": 1, "name": "a", "env": "green"}""", first.Payload);
        Assert.Equal("""{"calls": 2, "name": "b", "env": "green"}""", second.Payload);
        Assert.Contains("REPORT RequestId:", second.Log, StringComparison.Ordinal);
        var logged = await endpoint.Calls.JsonAsync("logs", "Logs_20140328.FilterLogEvents", new JsonObject
        {
            ["logGroupName"] = "/aws/lambda/warm",
            ["filterPattern"] = "event",
        });
        Assert.Equal(2, logged["events"]!.AsArray().Count);
    }

    [SkippableFact]
    public async Task Invoke_HandlerRaises_AnswersFunctionError()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "raises", PythonFunction.Zip("raise ValueError('no budget')"), new JsonObject { ["Timeout"] = 20 });

        var result = await InvokeAsync("raises", "{}");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("no budget", (string?)JsonNode.Parse(result.Payload)!["errorMessage"]);
    }

    [SkippableFact]
    public async Task Invoke_LongerThanTimeout_IsEndedAsAwsDoes()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "slow", PythonFunction.Zip("time.sleep(60)"), new JsonObject { ["Timeout"] = 1 });

        var result = await InvokeAsync("slow", "{}");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("Sandbox.Timedout", (string?)JsonNode.Parse(result.Payload)!["errorType"]);
        Assert.EndsWith("Task timed out after 1.00 seconds", (string?)JsonNode.Parse(result.Payload)!["errorMessage"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Invoke_MoreMemoryThanAllowed_IsKilled()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "greedy", PythonFunction.Zip("block = bytearray(300 * 1024 * 1024)\ntime.sleep(30)"), new JsonObject
        {
            ["Timeout"] = 30,
            ["MemorySize"] = 128,
        });

        var result = await InvokeAsync("greedy", "{}");

        Assert.Equal("Runtime.ExitError", (string?)JsonNode.Parse(result.Payload)!["errorType"]);
        Assert.Contains("signal: killed", result.Payload, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Invoke_RuntimeExits_TellsItsStatus()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "exits", PythonFunction.Pack("bootstrap", "#!/usr/bin/env python3\nprint('bye')\nraise SystemExit(3)\n"), new JsonObject { ["Timeout"] = 20 });

        var result = await InvokeAsync("exits", "{}");

        Assert.Contains("exit status 3", result.Payload, StringComparison.Ordinal);
        Assert.Contains("bye", result.Log, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Invoke_FromTheAwsCli_WritesThePayload()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "from-cli", PythonFunction.Zip("return {'sum': event['a'] + event['b']}"), new JsonObject { ["Timeout"] = 20 });
        var output = Path.Combine(endpoint.Directory, "payload.json");

        var result = await AwsCli.RunAsync(endpoint.Server, "lambda", "invoke", "--function-name", "from-cli", "--log-type", "Tail",
            "--payload", """{"a":2,"b":3}""", output);

        Assert.Equal(200, (int)result.Json["StatusCode"]!);
        Assert.Equal("""{"sum": 5}""", await File.ReadAllTextAsync(output));
    }

    [SkippableFact]
    public async Task Invoke_FunctionCallsBack_SignsWithItsRole()
    {
        PythonFunction.SkipWithoutPython();
        await PythonFunction.CreateAsync(endpoint, "keys", PythonFunction.Zip(
            "return {name: os.environ.get(name) for name in ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL']}"), new JsonObject { ["Timeout"] = 20 });
        var keys = JsonNode.Parse((await InvokeAsync("keys", "{}")).Payload)!;

        using var sts = new Amazon.SecurityToken.AmazonSecurityTokenServiceClient(
            new Amazon.Runtime.SessionAWSCredentials((string)keys["AWS_ACCESS_KEY_ID"]!, (string)keys["AWS_SECRET_ACCESS_KEY"]!, (string)keys["AWS_SESSION_TOKEN"]!),
            new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig { ServiceURL = (string)keys["AWS_ENDPOINT_URL"]!, AuthenticationRegion = "us-east-1" });
        var identity = await sts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest());

        Assert.Equal($"arn:aws:sts::{endpoint.Account}:assumed-role/keys-role/keys", identity.Arn);
    }

    private async Task<(string Payload, string? FunctionError, string Log)> InvokeAsync(string name, string payload)
    {
        using var response = await endpoint.Calls.SendAsync("lambda", HttpMethod.Post, $"/2015-03-31/functions/{name}/invocations", payload, "application/json", ("X-Amz-Log-Type", "Tail"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var log = response.Headers.TryGetValues("X-Amz-Log-Result", out var values) ? Encoding.UTF8.GetString(Convert.FromBase64String(values.Single())) : "";
        var error = response.Headers.TryGetValues("X-Amz-Function-Error", out var errors) ? errors.Single() : null;
        return (await response.Content.ReadAsStringAsync(), error, log);
    }
}
