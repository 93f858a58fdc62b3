using Amazon.S3.Model;
using FinOps.Functions.Delivery;
using FinOps.Functions.Tests.LocalAws;

namespace FinOps.Functions.Tests.Delivery;

public sealed class ReportIndexTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public void Read_KeysOfTheBucket_AreRunsLatestFirst()
    {
        var reports = StoredReport.Read(
        [
            "reports/cost-analyzer/2026-10/2026-10-12-a-b_1/report.html", "reports/cost-analyzer/2026-10/2026-10-12-a-b_1/report.csv", "reports/cost-analyzer/2026-10/2026-10-12-a-b_1/mailed.txt",
            "reports/tag-inventory/2026-11/2026-11-02-x/report.json", "reports/index.html", "reports/cost-analyzer/2026-10/no-day/report.html", "exports/x", "reports/a/b/2026-13-01-x/report.md",
        ]);

        Assert.Equal(["tag-inventory/2026-11/2026-11-02-x", "cost-analyzer/2026-10/2026-10-12-a-b_1"], reports.Select(report => report.Folder));
        Assert.Equal(["csv", "html"], reports[1].Formats);
    }

    [Fact]
    public async Task RenderAsync_HostileNames_AreText()
    {
        var page = await ReportIndex.RenderAsync(StoredReport.Read(["reports/<img src=x>/\"onload=y/2026-11-02-r/report.html"]));

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"onload", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAsync_FiveHundredRuns_ShowsTheLatestAndFoldsTheRest()
    {
        var page = await ReportIndex.RenderAsync(StoredReport.Read(Enumerable.Range(0, 500).Select(week => $"reports/cost-analyzer/2026-11/2026-11-02-run{week:000}/report.html")));

        Assert.Contains("487 earlier runs", page, StringComparison.Ordinal);
        Assert.Equal(500, page.Split("report.html").Length - 1);
    }

    [Fact]
    public async Task UpdateAsync_FunctionsThatEndTogether_LoseNoReport()
    {
        using var clients = aws.Clients();
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = "indexed" });
        string[] runs = ["a", "b", "c", "d", "e"];

        await Task.WhenAll(runs.Select(async run =>
        {
            await clients.Storage.PutObjectAsync(new PutObjectRequest { BucketName = "indexed", Key = $"reports/cost-analyzer/2026-11/2026-11-02-{run}/report.html", ContentBody = run, UseChunkEncoding = false });
            Assert.Equal("s3://indexed/reports/index.html", await new ReportIndex(clients, "indexed").UpdateAsync(CancellationToken.None));
        }));

        using var stored = await clients.Storage.GetObjectAsync("indexed", ReportIndex.Key);
        using var reader = new StreamReader(stored.ResponseStream);
        var page = await reader.ReadToEndAsync();
        Assert.All(runs, run => Assert.Contains($"""href="cost-analyzer/2026-11/2026-11-02-{run}/report.html""", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_MoreFilesThanAPage_ReadsThemAll()
    {
        using var clients = aws.Clients();
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = "many" });
        foreach (var day in Enumerable.Range(0, 1_001))
            await clients.Storage.PutObjectAsync(new PutObjectRequest { BucketName = "many", Key = $"reports/f/2026/2026-01-01-{day}/report.md", ContentBody = "x", UseChunkEncoding = false });

        Assert.Equal(1_001, (await new ReportIndex(clients, "many").ReadAsync(CancellationToken.None)).Count);
    }
}
