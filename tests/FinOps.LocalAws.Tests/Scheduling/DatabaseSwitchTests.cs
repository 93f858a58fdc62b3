using Amazon.RDS;
using Amazon.RDS.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Scheduling;

public sealed class DatabaseSwitchTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task Databases_StopAndStart_AndNotThoseThatCannot()
    {
        var (account, region) = endpoint.Server.Organization.PlacesWith(resources => resources.Any(resource => resource.Live.Type == "rds:cluster")).First();
        using var client = await ClientAsync(account, region);
        var all = (await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest())).DBInstances!;
        var free = all.First(database => database is { DBClusterIdentifier: null, ReadReplicaSourceDBInstanceIdentifier: null, ReadReplicaDBInstanceIdentifiers: null });
        var member = all.First(database => database.DBClusterIdentifier is not null);

        Assert.Equal("stopping", (await client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = free.DBInstanceIdentifier })).DBInstance!.DBInstanceStatus);
        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(() => client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = free.DBInstanceIdentifier }));
        var stopped = (await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = free.DBInstanceIdentifier })).DBInstances!.Single();
        Assert.Equal("stopped", stopped.DBInstanceStatus);
        Assert.NotNull(stopped.AutomaticRestartTime);
        await client.StartDBInstanceAsync(new StartDBInstanceRequest { DBInstanceIdentifier = free.DBInstanceIdentifier });

        Assert.Equal("InvalidParameterCombination", (await Assert.ThrowsAsync<AmazonRDSException>(() => client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = member.DBInstanceIdentifier }))).ErrorCode);
        await Assert.ThrowsAsync<DBInstanceNotFoundException>(() => client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = "none" }));
        await client.StopDBClusterAsync(new StopDBClusterRequest { DBClusterIdentifier = member.DBClusterIdentifier });
        await Assert.ThrowsAsync<InvalidDBClusterStateException>(() => client.StopDBClusterAsync(new StopDBClusterRequest { DBClusterIdentifier = member.DBClusterIdentifier }));
        Assert.Equal("stopped", (await client.DescribeDBClustersAsync(new DescribeDBClustersRequest { DBClusterIdentifier = member.DBClusterIdentifier })).DBClusters!.Single().Status);
        Assert.Equal("stopped", (await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = member.DBInstanceIdentifier })).DBInstances!.Single().DBInstanceStatus);
        await Assert.ThrowsAsync<DBClusterNotFoundException>(() => client.StartDBClusterAsync(new StartDBClusterRequest { DBClusterIdentifier = "none" }));
    }

    [Fact]
    public async Task ReadReplica_AndItsSource_CannotBeStopped()
    {
        foreach (var (account, region) in endpoint.Server.Organization.PlacesWith(resources => resources.Any(resource => resource.Live.Type == "rds:db")))
        {
            using var client = await ClientAsync(account, region);
            var all = (await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest())).DBInstances!;
            if (all.Find(database => database.ReadReplicaSourceDBInstanceIdentifier is not null) is not { } replica)
                continue;

            Assert.Contains(replica.DBInstanceIdentifier, all.Single(database => database.DBInstanceIdentifier == replica.ReadReplicaSourceDBInstanceIdentifier).ReadReplicaDBInstanceIdentifiers!);
            await Assert.ThrowsAsync<InvalidDBInstanceStateException>(() => client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = replica.DBInstanceIdentifier }));
            await Assert.ThrowsAsync<InvalidDBInstanceStateException>(() => client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = replica.ReadReplicaSourceDBInstanceIdentifier }));
            return;
        }
        Assert.Fail("No account has a read replica.");
    }

    private async Task<AmazonRDSClient> ClientAsync(SyntheticAccount account, string region) =>
        new(await MemberKeys.OfAsync(endpoint.Server, account.Id), MemberKeys.Config<AmazonRDSConfig>(endpoint.Server, region));
}
