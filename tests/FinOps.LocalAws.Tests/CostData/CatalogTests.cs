using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CostData;

/// <summary>The Glue catalog and Athena's workgroups and named queries.</summary>
public sealed class CatalogTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task Table_WholeLife_KeepsItsProjectionAndCountsItsVersions()
    {
        await GlueAsync("CreateDatabase", new JsonObject { ["DatabaseInput"] = new JsonObject { ["Name"] = "Costs" }, ["Tags"] = new JsonObject { ["Team"] = "finops" } });
        await GlueAsync("CreateTable", new JsonObject { ["DatabaseName"] = "costs", ["TableInput"] = Table() });
        Assert.Equal("AlreadyExistsException", (await RefusedAsync("CreateTable", new JsonObject { ["DatabaseName"] = "costs", ["TableInput"] = Table() })).Code);
        await GlueAsync("UpdateTable", new JsonObject { ["DatabaseName"] = "costs", ["TableInput"] = Table() });

        var table = (await GlueAsync("GetTable", new JsonObject { ["DatabaseName"] = "COSTS", ["Name"] = "Focus" }))["Table"]!;
        Assert.Equal(("costs", "focus", "1"), ((string?)table["DatabaseName"], (string?)table["Name"], (string?)table["VersionId"]));
        Assert.Equal("true", (string?)table["Parameters"]!["projection.enabled"]);
        var tags = await GlueAsync("GetTags", new JsonObject { ["ResourceArn"] = $"arn:aws:glue:us-east-1:{endpoint.Account}:database/costs" });
        Assert.Equal("finops", (string?)tags["Tags"]!["Team"]);

        await GlueAsync("DeleteDatabase", new JsonObject { ["Name"] = "costs" });
        Assert.Equal("EntityNotFoundException", (await RefusedAsync("GetTable", new JsonObject { ["DatabaseName"] = "costs", ["Name"] = "focus" })).Code);
    }

    [Fact]
    public async Task Table_WithAPartitionKeyThatIsAColumnToo_IsRefused()
    {
        await GlueAsync("CreateDatabase", new JsonObject { ["DatabaseInput"] = new JsonObject { ["Name"] = "twice" } });
        var table = Table();
        table["PartitionKeys"]![0]!["Name"] = "billedcost";

        Assert.Equal("InvalidInputException", (await RefusedAsync("CreateTable", new JsonObject { ["DatabaseName"] = "twice", ["TableInput"] = table })).Code);
    }

    [Fact]
    public async Task Workgroup_WholeLife_IsChangedInPartsAndDeletedWithItsQueries()
    {
        await AthenaAsync("CreateWorkGroup", new JsonObject
        {
            ["Name"] = "finops",
            ["Configuration"] = new JsonObject
            {
                ["BytesScannedCutoffPerQuery"] = 10_000_000,
                ["ResultConfiguration"] = new JsonObject { ["OutputLocation"] = "s3://results/a/", ["ExpectedBucketOwner"] = "111122223333", ["EncryptionConfiguration"] = new JsonObject { ["EncryptionOption"] = "SSE_S3" } },
            },
        });
        await AthenaAsync("UpdateWorkGroup", new JsonObject
        {
            ["WorkGroup"] = "finops",
            ["ConfigurationUpdates"] = new JsonObject
            {
                ["RemoveBytesScannedCutoffPerQuery"] = true,
                ["ResultConfigurationUpdates"] = new JsonObject { ["OutputLocation"] = "s3://results/b/", ["RemoveExpectedBucketOwner"] = true },
            },
        });
        var configuration = (await AthenaAsync("GetWorkGroup", new JsonObject { ["WorkGroup"] = "finops" }))["WorkGroup"]!["Configuration"]!;
        Assert.Null(configuration["BytesScannedCutoffPerQuery"]);
        Assert.Equal("s3://results/b/", (string?)configuration["ResultConfiguration"]!["OutputLocation"]);
        Assert.Null(configuration["ResultConfiguration"]!["ExpectedBucketOwner"]);
        Assert.Equal("SSE_S3", (string?)configuration["ResultConfiguration"]!["EncryptionConfiguration"]!["EncryptionOption"]);

        var id = (string)(await AthenaAsync("CreateNamedQuery", new JsonObject { ["Name"] = "q", ["Database"] = "d", ["QueryString"] = "SELECT 1", ["WorkGroup"] = "finops" }))["NamedQueryId"]!;
        Assert.Equal("InvalidRequestException", (await AthenaRefusedAsync("DeleteWorkGroup", new JsonObject { ["WorkGroup"] = "finops" })).Code);
        await AthenaAsync("DeleteWorkGroup", new JsonObject { ["WorkGroup"] = "finops", ["RecursiveDeleteOption"] = true });
        Assert.Contains("does not exist", (await AthenaRefusedAsync("GetNamedQuery", new JsonObject { ["NamedQueryId"] = id })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Athena_CutoffBelowTheLeast_AndQueriesToRun_AreRefused()
    {
        var small = await AthenaRefusedAsync("CreateWorkGroup", new JsonObject { ["Name"] = "small", ["Configuration"] = new JsonObject { ["BytesScannedCutoffPerQuery"] = 9_999_999 } });
        var run = await AthenaRefusedAsync("StartQueryExecution", new JsonObject { ["QueryString"] = "SELECT 1" });

        Assert.Equal(("InvalidRequestException", "InvalidRequestException"), (small.Code, run.Code));
        Assert.Contains("does not run queries", run.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task CatalogAndQueries_OfTheAwsCli_AreReadBack()
    {
        await AwsCli.RunAsync(endpoint.Server, "glue", "create-database", "--database-input", """{"Name":"cli"}""");
        await AwsCli.RunAsync(endpoint.Server, "athena", "create-named-query", "--name", "from-cli", "--database", "cli", "--query-string", "SELECT 1");

        Assert.Equal("cli", (string?)(await AwsCli.RunAsync(endpoint.Server, "glue", "get-database", "--name", "cli")).Json["Database"]!["Name"]);
        var ids = (await AwsCli.RunAsync(endpoint.Server, "athena", "list-named-queries")).Json["NamedQueryIds"]!.AsArray();
        Assert.Equal("from-cli", (string?)(await AwsCli.RunAsync(endpoint.Server, "athena", "get-named-query", "--named-query-id", (string)ids.Single()!)).Json["NamedQuery"]!["Name"]);
    }

    private static JsonObject Table() => new()
    {
        ["Name"] = "Focus",
        ["Parameters"] = new JsonObject { ["projection.enabled"] = "true" },
        ["PartitionKeys"] = new JsonArray(new JsonObject { ["Name"] = "billing_period", ["Type"] = "string" }),
        ["StorageDescriptor"] = new JsonObject { ["Columns"] = new JsonArray(new JsonObject { ["Name"] = "billedcost", ["Type"] = "double" }) },
    };

    private Task<JsonObject> GlueAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("glue", $"AWSGlue.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => GlueAsync(operation, input));

    private Task<JsonObject> AthenaAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("athena", $"AmazonAthena.{operation}", input);

    private Task<RefusedException> AthenaRefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => AthenaAsync(operation, input));
}
