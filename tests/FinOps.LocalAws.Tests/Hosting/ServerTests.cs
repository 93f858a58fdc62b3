using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Hosting;

public sealed class ServerTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("local-aws-").FullName;

    [Fact]
    public async Task State_AfterARestart_IsStillThere()
    {
        await using (var first = await StartAsync())
            await PutQueueAsync(first, "kept");

        await using var second = await StartAsync();
        using var calls = new SignedCalls(second);
        var listed = await calls.JsonAsync("sqs", "AmazonSQS.ListQueues", [], "1.0");

        Assert.EndsWith("/kept", (string?)Assert.Single(listed["QueueUrls"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal(0, second.Calls.Count("sqs", "CreateQueue"));
        Assert.Equal(1, second.Calls.Count("sqs", "ListQueues"));
    }

    [Fact]
    public async Task State_OfTwoServersOnOneFolder_IsShared()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => PutQueueAsync(number % 2 == 0 ? one : two, $"queue-{number}")));

        using var calls = new SignedCalls(two);
        Assert.Equal(40, (await calls.JsonAsync("sqs", "AmazonSQS.ListQueues", [], "1.0"))["QueueUrls"]!.AsArray().Count);
        Assert.Equal(one.AccessKeyId, two.AccessKeyId);
    }

    [Fact]
    public async Task Start_ListensOnLoopback()
    {
        await using var server = await StartAsync();

        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(server.Url.Host)));
    }

    [SkippableFact]
    public async Task Secrets_OfAFirstStart_AreTheOwnersOnly()
    {
        Skip.If(OperatingSystem.IsWindows(), "no Unix file modes");
        await using var server = await StartAsync();

        if (!OperatingSystem.IsWindows())
            foreach (var file in (string[])[server.CredentialsFile, .. Directory.GetFiles(_directory, "local-aws.db*")])
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Start_PortTaken_IsFin4001()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();

        var refused = await Assert.ThrowsAsync<ProblemException>(() =>
            LocalAwsServer.StartAsync(EndpointFixture.Options(_directory) with { Port = ((IPEndPoint)holder.LocalEndpoint).Port }));

        Assert.Equal("FIN4001", Assert.Single(refused.Problems).Id);
    }

    [Fact]
    public async Task Start_DatabaseDamaged_IsFin4002()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "local-aws.db"), new string('x', 4096));

        var refused = await Assert.ThrowsAsync<ProblemException>(StartAsync);

        Assert.Equal("FIN4002", Assert.Single(refused.Problems).Id);
    }

    [Fact]
    public async Task Start_CredentialsDamaged_IsFin4003()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "credentials"), "[default]\naws_access_key_id = AKIAONLY\n");

        var refused = await Assert.ThrowsAsync<ProblemException>(StartAsync);

        Assert.Equal("FIN4003", Assert.Single(refused.Problems).Id);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task PutQueueAsync(LocalAwsServer server, string name)
    {
        using var calls = new SignedCalls(server);
        await calls.JsonAsync("sqs", "AmazonSQS.CreateQueue", new JsonObject { ["QueueName"] = name }, "1.0");
    }

    private Task<LocalAwsServer> StartAsync() => LocalAwsServer.StartAsync(EndpointFixture.Options(_directory));
}
