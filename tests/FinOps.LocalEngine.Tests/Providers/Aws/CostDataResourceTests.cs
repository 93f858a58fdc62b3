using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Exports, catalog, queries, enrollments: applied, changed, read back and deleted through the API.</summary>
public sealed class CostDataResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task Export_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider(("defaultTags", """{"tags":{"Owner":"finops"}}"""));
        var bucket = new ProviderDriver(provider, "aws:s3/bucket:Bucket", "exports");
        await bucket.CreateAsync(("bucket", "provider-exports"), ("forceDestroy", true));
        await new ProviderDriver(provider, "aws:s3/bucketPolicy:BucketPolicy", "exports").CreateAsync(
            ("bucket", "provider-exports"),
            ("policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"bcm-data-exports.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::provider-exports/*"}]}"""));

        var export = new ProviderDriver(provider, "aws:bcmdata/export:Export", "focus");
        var created = await export.CreateAsync(("export", Export("DAILY", "first")));
        var again = export.Forgetting();
        await again.CreateAsync(("export", Export("DAILY", "second")));
        Assert.Equal(export.Id, again.Id);
        Assert.Equal(export.Id, created.Text("arn"));

        var description = await again.DiffAsync(("export", Export("DAILY", "third")));
        var granularity = await again.DiffAsync(("export", Export("HOURLY", "second")));
        Assert.Equal("export", Assert.Single(description.Changed));
        Assert.Empty(description.Replaces);
        Assert.Equal("export", Assert.Single(granularity.Replaces));
        Assert.NotNull(await again.ReadAsync());

        await again.DeleteAsync();
        await again.DeleteAsync();
        Assert.Null(await again.ReadAsync());
    }

    [Fact]
    public async Task Catalog_WholeLife_KeepsMapsAsTheyAreWritten()
    {
        var provider = aws.Provider();
        var database = new ProviderDriver(provider, "aws:glue/catalogDatabase:CatalogDatabase", "costs");
        var created = await database.CreateAsync(("name", "provider_costs"), ("tags", PropertyMap.Of(("Team", "finops"))));
        Assert.Equal($"{aws.AccountId}:provider_costs", database.Id);
        Assert.Equal($"arn:aws:glue:us-east-1:{aws.AccountId}:database/provider_costs", created.Text("arn"));

        var table = new ProviderDriver(provider, "aws:glue/catalogTable:CatalogTable", "focus");
        (string, PropertyValue)[] inputs =
        [
            ("databaseName", "provider_costs"),
            ("name", "focus"),
            ("parameters", PropertyMap.Of(("projection.enabled", "true"))),
            ("partitionKeys", PropertyValue.Of([PropertyMap.Of(("name", "billing_period"), ("type", "string"))])),
            ("storageDescriptor", PropertyMap.Of(
                ("columns", PropertyValue.Of([PropertyMap.Of(("name", "billedcost"), ("type", "double"))])),
                ("serDeInfo", PropertyMap.Of(("parameters", PropertyMap.Of(("serialization.format", "1"))))))),
        ];
        await table.CreateAsync(inputs);
        await table.Forgetting().CreateAsync(inputs);
        Assert.Equal($"{aws.AccountId}:provider_costs:focus", table.Id);
        Assert.NotNull(await table.ReadAsync());

        await table.DeleteAsync();
        Assert.Null(await table.ReadAsync());
        await database.DeleteAsync();
        await database.DeleteAsync();
        Assert.Null(await database.ReadAsync());
    }

    [Fact]
    public async Task WorkgroupAndQuery_WholeLife_AreApplied()
    {
        var provider = aws.Provider();
        var workgroup = new ProviderDriver(provider, "aws:athena/workgroup:Workgroup", "finops");
        await workgroup.CreateAsync(("name", "provider-finops"), ("forceDestroy", true), ("configuration", PropertyMap.Of(("bytesScannedCutoffPerQuery", 10_000_000d), ("enforceWorkgroupConfiguration", true))));
        await workgroup.UpdateAsync(("name", "provider-finops"), ("forceDestroy", true), ("configuration", PropertyMap.Of(("enforceWorkgroupConfiguration", false))));
        Assert.NotNull(await workgroup.ReadAsync());

        var query = new ProviderDriver(provider, "aws:athena/namedQuery:NamedQuery", "q");
        (string, PropertyValue)[] inputs = [("name", "q"), ("database", "d"), ("query", "SELECT 1"), ("workgroup", "provider-finops")];
        await query.CreateAsync(inputs);
        var again = query.Forgetting();
        await again.CreateAsync(inputs);
        Assert.Equal(query.Id, again.Id);
        Assert.Equal("query", Assert.Single((await again.DiffAsync(("name", "q"), ("database", "d"), ("query", "SELECT 2"), ("workgroup", "provider-finops"))).Replaces));

        await again.DeleteAsync();
        await again.DeleteAsync();
        Assert.Null(await again.ReadAsync());
        await workgroup.DeleteAsync();
        await workgroup.DeleteAsync();
        Assert.Null(await workgroup.ReadAsync());
    }

    [Fact]
    public async Task Enrollments_WithTrustAndAdministrator_AreAppliedInOrder()
    {
        var provider = aws.Provider();
        const string Principal = "compute-optimizer.amazonaws.com";
        var member = aws.Server.Organization.Accounts.First(account => account.Id != aws.AccountId && account.State == Core.Organization.Synthetic.SyntheticAccountState.Active).Id;

        var access = new ProviderDriver(provider, "aws:organizations/awsServiceAccess:AwsServiceAccess", "access");
        await access.CreateAsync(("servicePrincipal", Principal));
        var administrator = new ProviderDriver(provider, "aws:organizations/delegatedAdministrator:DelegatedAdministrator", "administrator");
        var delegated = await administrator.CreateAsync(("accountId", member), ("servicePrincipal", Principal));
        await administrator.Forgetting().CreateAsync(("accountId", member), ("servicePrincipal", Principal));
        Assert.Equal($"{member}/{Principal}", administrator.Id);
        Assert.Equal("ACTIVE", delegated.Text("status"));

        var hub = new ProviderDriver(provider, "aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus", "hub");
        Assert.Equal("Active", (await hub.CreateAsync(("includeMemberAccounts", true))).Text("status"));
        var preferences = new ProviderDriver(provider, "aws:costoptimizationhub/preferences:Preferences", "hub");
        Assert.Equal("AfterDiscounts", (await preferences.CreateAsync(("savingsEstimationMode", "AfterDiscounts"))).Text("savingsEstimationMode"));
        var optimizer = new ProviderDriver(provider, "aws:computeoptimizer/enrollmentStatus:EnrollmentStatus", "optimizer");
        Assert.True(((NumberValue)(await optimizer.CreateAsync(("status", "Active"), ("includeMemberAccounts", true)))["numberOfMemberAccountsOptedIn"]).Value > 1);

        var role = new ProviderDriver(provider, "aws:iam/serviceLinkedRole:ServiceLinkedRole", "exports");
        await role.CreateAsync(("awsServiceName", "bcm-data-exports.amazonaws.com"));
        Assert.EndsWith("/AWSServiceRoleForBCMDataExports", role.Id, StringComparison.Ordinal);

        // Preferences cannot be taken away, only set back.
        await preferences.DeleteAsync();
        Assert.NotNull(await preferences.ReadAsync());
        foreach (var resource in (ProviderDriver[])[role, hub, administrator, access])
        {
            Assert.NotNull(await resource.ReadAsync());
            await resource.DeleteAsync();
            Assert.Null(await resource.ReadAsync());
        }

        // The provider leaves Compute Optimizer enrolled.
        await optimizer.DeleteAsync();
        Assert.NotNull(await optimizer.ReadAsync());
    }

    private static PropertyMap Export(string granularity, string description) => PropertyMap.Of(
        ("name", "provider-focus"),
        ("description", description),
        ("dataQueries", PropertyValue.Of(
        [
            PropertyMap.Of(
                ("queryStatement", "SELECT BilledCost FROM FOCUS_1_2_AWS"),
                ("tableConfigurations", PropertyMap.Of(("FOCUS_1_2_AWS", PropertyMap.Of(("TIME_GRANULARITY", granularity)))))),
        ])),
        ("destinationConfigurations", PropertyValue.Of(
        [
            PropertyMap.Of(("s3Destinations", PropertyValue.Of(
            [
                PropertyMap.Of(
                    ("s3Bucket", "provider-exports"),
                    ("s3Prefix", "exports"),
                    ("s3Region", "us-east-1"),
                    ("s3OutputConfigurations", PropertyValue.Of([PropertyMap.Of(("outputType", "CUSTOM"), ("format", "PARQUET"), ("compression", "PARQUET"), ("overwrite", "OVERWRITE_REPORT"))]))),
            ]))),
        ])),
        ("refreshCadences", PropertyValue.Of([PropertyMap.Of(("frequency", "SYNCHRONOUS"))])));
}
