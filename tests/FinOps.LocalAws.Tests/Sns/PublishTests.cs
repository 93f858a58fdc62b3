using System.Text.Json.Nodes;
using System.Threading.Channels;
using FinOps.LocalAws.Tests.Lambda;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Sns;

public sealed class PublishTests : IAsyncLifetime
{
    private const string Version = "2010-03-31";
    private const string Function = "listener";
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private readonly string _directory = Directory.CreateTempSubdirectory("local-aws-sns-").FullName;
    private readonly Channel<JsonNode> _heard = Channel.CreateUnbounded<JsonNode>();
    private LocalAwsServer _server = null!;

    private SignedCalls Calls { get; set; } = null!;

    private string Account => _server.Organization.ManagementAccount.Id;

    private string FunctionArn => $"arn:aws:lambda:us-east-1:{Account}:function:{Function}";

    public async Task InitializeAsync()
    {
        _server = await LocalAwsServer.StartAsync(EndpointFixture.Options(_directory) with
        {
            InProcessFunctions = new Dictionary<string, Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>>>
            {
                [Function] = async (payload, cancellation) =>
                {
                    await _heard.Writer.WriteAsync(JsonNode.Parse(payload.Span)!, cancellation);
                    return "null"u8.ToArray();
                },
            },
        });
        Calls = new SignedCalls(_server);
        await Calls.QueryAsync("iam", "2010-05-08", "CreateRole", ("RoleName", "listener-role"), ("AssumeRolePolicyDocument",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""));
        await Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", new JsonObject
        {
            ["FunctionName"] = Function,
            ["Runtime"] = "provided.al2023",
            ["Handler"] = "bootstrap",
            ["Role"] = $"arn:aws:iam::{Account}:role/listener-role",
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(PythonFunction.Pack("bootstrap", "#!/bin/sh\nexit 0\n")) },
        });
    }

    public async Task DisposeAsync()
    {
        Calls.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Publish_ToAFunctionThatLetsTheTopicInvokeIt_HandsTheMessageOver()
    {
        var topic = await TopicAsync("alerts");
        await PermitAsync(topic);

        var id = (await Calls.QueryAsync("sns", Version, "Publish", ("TopicArn", topic), ("Subject", "A budget"), ("Message", "Übergabe <&> \n zwei"),
            ("MessageAttributes.entry.1.Name", "kind"), ("MessageAttributes.entry.1.Value.DataType", "String"), ("MessageAttributes.entry.1.Value.StringValue", "budget"))).Descendants("MessageId").Single().Value;

        var record = (await HeardAsync())["Records"]!.AsArray().Single()!;
        Assert.Equal("aws:sns", (string?)record["EventSource"]);
        Assert.Equal(id, (string?)record["Sns"]!["MessageId"]);
        Assert.Equal(topic, (string?)record["Sns"]!["TopicArn"]);
        Assert.Equal("A budget", (string?)record["Sns"]!["Subject"]);
        Assert.Equal("Übergabe <&> \n zwei", (string?)record["Sns"]!["Message"]);
        Assert.Equal("budget", (string?)record["Sns"]!["MessageAttributes"]!["kind"]!["Value"]);
    }

    [SkippableFact]
    public async Task Publish_FromTheAwsCli_ReachesTheFunction()
    {
        var topic = await TopicAsync("cli");
        await PermitAsync(topic);

        var answer = (await AwsCli.RunAsync(_server, "sns", "publish", "--topic-arn", topic, "--message", "hello")).Json;

        Assert.Equal((string?)answer["MessageId"], (string?)(await HeardAsync())["Records"]![0]!["Sns"]!["MessageId"]);
    }

    [Fact]
    public async Task Publish_FunctionThatDoesNotLetTheTopicInvokeIt_IsRefusedInTheLogOfCallsAlone()
    {
        var topic = await TopicAsync("other");
        await PermitAsync($"{topic}-not-this-one");

        await Calls.QueryAsync("sns", Version, "Publish", ("TopicArn", topic), ("Message", "hello"));

        var call = Assert.Single(_server.Calls.SinceStart(), call => call.PrincipalArn == "sns.amazonaws.com");
        Assert.Equal(403, call.Status);
        Assert.Contains(topic, call.Error, StringComparison.Ordinal);
        Assert.False(_heard.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData("Subject", "two\nlines")]
    [InlineData("MessageStructure", "json")]
    public async Task Publish_AgainstTheRules_IsRefused(string field, string value)
    {
        var topic = await TopicAsync("strict");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Calls.QueryAsync("sns", Version, "Publish", ("TopicArn", topic), ("Message", "hello"), (field, value)));

        Assert.Equal("InvalidParameter", refused.Code);
    }

    private async Task<string> TopicAsync(string name)
    {
        var topic = (await Calls.QueryAsync("sns", Version, "CreateTopic", ("Name", name))).Descendants("TopicArn").Single().Value;
        await Calls.QueryAsync("sns", Version, "Subscribe", ("TopicArn", topic), ("Protocol", "lambda"), ("Endpoint", FunctionArn));
        return topic;
    }

    private Task<JsonObject> PermitAsync(string topic) => Calls.RestAsync("lambda", HttpMethod.Post, $"/2015-03-31/functions/{Function}/policy", new JsonObject
    {
        ["StatementId"] = "sns",
        ["Action"] = "lambda:InvokeFunction",
        ["Principal"] = "sns.amazonaws.com",
        ["SourceArn"] = topic,
    });

    private async Task<JsonNode> HeardAsync()
    {
        using var guard = new CancellationTokenSource(Hang);
        return await _heard.Reader.ReadAsync(guard.Token);
    }
}
