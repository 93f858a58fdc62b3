using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CostData;

/// <summary>Exports, and what must stand before one can be made.</summary>
public sealed class DataExportTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Recommendations = "SELECT account_id, resource_arn FROM COST_OPTIMIZATION_RECOMMENDATIONS";

    [Fact]
    public async Task Export_WholeLife_IsReadBackAsItWasSent()
    {
        await BucketAsync("export-life", withPolicy: true);
        var arn = (string)(await CallAsync("CreateExport", new JsonObject
        {
            ["Export"] = Export("life", "export-life"),
            ["ResourceTags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "finops" }),
        }))["ExportArn"]!;

        var read = await CallAsync("GetExport", new JsonObject { ["ExportArn"] = arn });
        Assert.StartsWith($"arn:aws:bcm-data-exports:us-east-1:{endpoint.Account}:export/life-", arn, StringComparison.Ordinal);
        Assert.Equal("DAILY", (string?)read["Export"]!["DataQuery"]!["TableConfigurations"]!["FOCUS_1_2_AWS"]!["TIME_GRANULARITY"]);
        Assert.Equal("HEALTHY", (string?)read["ExportStatus"]!["StatusCode"]);
        Assert.Equal("finops", (string?)(await CallAsync("ListTagsForResource", new JsonObject { ["ResourceArn"] = arn }))["ResourceTags"]![0]!["Value"]);

        var changed = Export("life", "export-life");
        changed["Description"] = "changed";
        await CallAsync("UpdateExport", new JsonObject { ["ExportArn"] = arn, ["Export"] = changed.DeepClone() });
        await CallAsync("UntagResource", new JsonObject { ["ResourceArn"] = arn, ["ResourceTagKeys"] = new JsonArray("Team") });
        Assert.Equal("changed", (string?)(await CallAsync("GetExport", new JsonObject { ["ExportArn"] = arn }))["Export"]!["Description"]);
        Assert.Empty((await CallAsync("ListTagsForResource", new JsonObject { ["ResourceArn"] = arn }))["ResourceTags"]!.AsArray());

        changed["DataQuery"]!["TableConfigurations"]!["FOCUS_1_2_AWS"]!["TIME_GRANULARITY"] = "HOURLY";
        Assert.Equal("ValidationException", (await RefusedAsync("UpdateExport", new JsonObject { ["ExportArn"] = arn, ["Export"] = changed.DeepClone() })).Code);

        await CallAsync("DeleteExport", new JsonObject { ["ExportArn"] = arn });
        Assert.Equal("ResourceNotFoundException", (await RefusedAsync("GetExport", new JsonObject { ["ExportArn"] = arn })).Code);
    }

    [Fact]
    public async Task Export_BeforeTheBucketPolicy_IsRefused()
    {
        await BucketAsync("export-early", withPolicy: false);

        var early = await RefusedAsync("CreateExport", new JsonObject { ["Export"] = Export("early", "export-early") });
        await PutPolicyAsync("export-early");
        var created = await CallAsync("CreateExport", new JsonObject { ["Export"] = Export("early", "export-early") });

        Assert.Equal("ValidationException", early.Code);
        Assert.Contains("does not let bcm-data-exports.amazonaws.com put objects", early.Message, StringComparison.Ordinal);
        Assert.NotNull((string?)created["ExportArn"]);
    }

    [Fact]
    public async Task RecommendationsExport_NeedsEnrollmentAndTheServiceLinkedRole()
    {
        await BucketAsync("export-hub", withPolicy: true);
        var export = Export("hub", "export-hub", Recommendations);
        export["DataQuery"]!["TableConfigurations"] = new JsonObject { ["COST_OPTIMIZATION_RECOMMENDATIONS"] = new JsonObject { ["FILTER"] = "{}", ["INCLUDE_ALL_RECOMMENDATIONS"] = "TRUE" } };

        var first = await RefusedAsync("CreateExport", new JsonObject { ["Export"] = export.DeepClone() });
        await endpoint.Calls.JsonAsync("cost-optimization-hub", "CostOptimizationHubService.UpdateEnrollmentStatus", new JsonObject { ["status"] = "Active" }, "1.0");
        var second = await RefusedAsync("CreateExport", new JsonObject { ["Export"] = export.DeepClone() });
        await endpoint.Calls.QueryAsync("iam", "2010-05-08", "CreateServiceLinkedRole", ("AWSServiceName", "bcm-data-exports.amazonaws.com"));
        await CallAsync("CreateExport", new JsonObject { ["Export"] = export.DeepClone() });

        Assert.Contains("not enrolled", first.Message, StringComparison.Ordinal);
        Assert.Contains("service-linked role", second.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT BilledCost, Nonsense FROM FOCUS_1_2_AWS", "not a subset")]
    [InlineData("SELECT BilledCost FROM FOCUS_9_9_AWS", "does not exist")]
    [InlineData("SELECT BilledCost FROM FOCUS_1_2_AWS WHERE 1=1", "not of the form")]
    public async Task Export_BadQuery_IsRefused(string query, string because)
    {
        var refused = await RefusedAsync("CreateExport", new JsonObject { ["Export"] = Export("bad", "no-such-bucket", query) });

        Assert.Equal("ValidationException", refused.Code);
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Export_OfTheAwsCli_IsReadBack()
    {
        await BucketAsync("export-cli", withPolicy: true);
        await CallAsync("CreateExport", new JsonObject { ["Export"] = Export("by-cli", "export-cli") });

        var listed = (await AwsCli.RunAsync(endpoint.Server, "bcm-data-exports", "list-exports")).Json;

        Assert.Contains(listed["Exports"]!.AsArray(), export => (string?)export!["ExportName"] == "by-cli");
    }

    private static JsonObject Export(string name, string bucket, string query = "SELECT BilledCost, Tags FROM FOCUS_1_2_AWS") => new()
    {
        ["Name"] = name,
        ["DataQuery"] = new JsonObject
        {
            ["QueryStatement"] = query,
            ["TableConfigurations"] = new JsonObject { ["FOCUS_1_2_AWS"] = new JsonObject { ["TIME_GRANULARITY"] = "DAILY" } },
        },
        ["DestinationConfigurations"] = new JsonObject
        {
            ["S3Destination"] = new JsonObject
            {
                ["S3Bucket"] = bucket,
                ["S3Prefix"] = "exports",
                ["S3Region"] = "us-east-1",
                ["S3OutputConfigurations"] = new JsonObject { ["OutputType"] = "CUSTOM", ["Format"] = "PARQUET", ["Compression"] = "PARQUET", ["Overwrite"] = "OVERWRITE_REPORT" },
            },
        },
        ["RefreshCadence"] = new JsonObject { ["Frequency"] = "SYNCHRONOUS" },
    };

    private async Task BucketAsync(string bucket, bool withPolicy)
    {
        using var s3 = S3Client.Of(endpoint.Server);
        await s3.PutBucketAsync(bucket);
        if (withPolicy)
            await PutPolicyAsync(bucket);
    }

    private async Task PutPolicyAsync(string bucket)
    {
        using var s3 = S3Client.Of(endpoint.Server);
        await s3.PutBucketPolicyAsync(bucket, new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["Service"] = "bcm-data-exports.amazonaws.com" },
                ["Action"] = "s3:PutObject",
                ["Resource"] = $"arn:aws:s3:::{bucket}/*",
                ["Condition"] = new JsonObject
                {
                    ["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = endpoint.Account },
                    ["ArnLike"] = new JsonObject { ["aws:SourceArn"] = $"arn:aws:bcm-data-exports:us-east-1:{endpoint.Account}:export/*" },
                },
            }),
        }.ToJsonString());
    }

    private Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        endpoint.Calls.JsonAsync("bcm-data-exports", $"AWSBillingAndCostManagementDataExports.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
