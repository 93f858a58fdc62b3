using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.Functions.Aws;
using FinOps.LocalAws;

namespace FinOps.Cli.Tests.Report;

/// <summary>The command in this process, over what an embedded AWS holds.</summary>
public sealed class IndexCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("finops-index-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StoredReports_AreListedWithLinksThatAreSigned()
    {
        await StoreAsync("reports", "reports/cost-analyzer/2026-11/2026-11-02-r1/report.html", "reports/cost-analyzer/2026-11/2026-11-02-r1/report.json");

        var (exitCode, page, error) = await RunAsync("--bucket", "reports");
        var (_, json, _) = await RunAsync("--bucket", "reports", "--json");

        Assert.True(exitCode == 0, error);
        Assert.Contains("/reports/reports/cost-analyzer/2026-11/2026-11-02-r1/report.html?X-Amz-", page, StringComparison.Ordinal);
        using var list = JsonDocument.Parse(json);
        Assert.Equal("r1", Assert.Single(list.RootElement.EnumerateArray()).GetProperty("runId").GetString());
    }

    [Fact]
    public async Task NoBucket_IsAskedFor()
    {
        var (exitCode, _, error) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("FIN1007", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BucketThatIsNotThere_IsAnError()
    {
        var (exitCode, output, error) = await RunAsync("--bucket", "nowhere");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("s3:ListBucket on nowhere", error, StringComparison.Ordinal);
    }

    private async Task StoreAsync(string bucket, params string[] keys)
    {
        await using var server = await LocalAwsServer.StartAsync(new LocalAwsOptions
        {
            DataDirectory = Path.Combine(_folder, ".finops", "aws"),
            Organization = SyntheticOrganizationOptions.ForToday(TimeProvider.System) with { Accounts = 3, Months = 1 },
        });
        using var clients = ReportClients.Create(new AwsConnection(new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey), server.Url, AwsConnection.GlobalRegion));
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = bucket });
        foreach (var key in keys)
            await clients.Storage.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "x", UseChunkEncoding = false });
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var parsed = FinOpsCommand.Create(new CliContext(TestConsole.Of(output), TestConsole.Of(error), TimeProvider.System))
            .Parse(["report", "index", .. args, "--aws", "local", "--accounts", "3", "--months", "1", "--data", Path.Combine(_folder, ".finops")]);
        Assert.Empty(parsed.Errors);
        return (await parsed.InvokeAsync(), output.ToString(), error.ToString());
    }
}
