using Amazon.RDS.Model;
using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.RDS;

/// <inheritdoc cref="IAmazonRDS"/>
public class AmazonRDSClient : AwsQueryClient, IAmazonRDS
{
    private static readonly QueryOperation<DescribeDBInstancesRequest, DescribeDBInstancesResponse> DescribeDBInstances = new(
        AmazonRDSConfig.Info, "DescribeDBInstances", static (form, request) => request.WriteTo(form), DescribeDBInstancesResponse.Read, AmazonRDSException.From);

    private static readonly QueryOperation<DescribeDBClustersRequest, DescribeDBClustersResponse> DescribeDBClusters = new(
        AmazonRDSConfig.Info, "DescribeDBClusters", static (form, request) => request.WriteTo(form), DescribeDBClustersResponse.Read, AmazonRDSException.From);

    private static readonly QueryOperation<StartDBInstanceRequest, StartDBInstanceResponse> StartDBInstance = new(
        AmazonRDSConfig.Info, "StartDBInstance", static (form, request) => request.WriteTo(form), StartDBInstanceResponse.Read, AmazonRDSException.From);

    private static readonly QueryOperation<StopDBInstanceRequest, StopDBInstanceResponse> StopDBInstance = new(
        AmazonRDSConfig.Info, "StopDBInstance", static (form, request) => request.WriteTo(form), StopDBInstanceResponse.Read, AmazonRDSException.From);

    private static readonly QueryOperation<StartDBClusterRequest, StartDBClusterResponse> StartDBCluster = new(
        AmazonRDSConfig.Info, "StartDBCluster", static (form, request) => request.WriteTo(form), StartDBClusterResponse.Read, AmazonRDSException.From);

    private static readonly QueryOperation<StopDBClusterRequest, StopDBClusterResponse> StopDBCluster = new(
        AmazonRDSConfig.Info, "StopDBCluster", static (form, request) => request.WriteTo(form), StopDBClusterResponse.Read, AmazonRDSException.From);

    public AmazonRDSClient()
        : this(new AmazonRDSConfig()) { }

    public AmazonRDSClient(RegionEndpoint region)
        : this(new AmazonRDSConfig { RegionEndpoint = region }) { }

    public AmazonRDSClient(AmazonRDSConfig config)
        : base(config) { }

    public AmazonRDSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonRDSConfig { RegionEndpoint = region }) { }

    public AmazonRDSClient(AWSCredentials credentials, AmazonRDSConfig clientConfig)
        : base(credentials, clientConfig) { }

    public virtual Task<DescribeDBInstancesResponse> DescribeDBInstancesAsync(DescribeDBInstancesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeDBInstances, request, cancellationToken);

    public virtual Task<DescribeDBClustersResponse> DescribeDBClustersAsync(DescribeDBClustersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(DescribeDBClusters, request, cancellationToken);

    public virtual Task<StartDBInstanceResponse> StartDBInstanceAsync(StartDBInstanceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StartDBInstance, request, cancellationToken);

    public virtual Task<StopDBInstanceResponse> StopDBInstanceAsync(StopDBInstanceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StopDBInstance, request, cancellationToken);

    public virtual Task<StartDBClusterResponse> StartDBClusterAsync(StartDBClusterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StartDBCluster, request, cancellationToken);

    public virtual Task<StopDBClusterResponse> StopDBClusterAsync(StopDBClusterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(StopDBCluster, request, cancellationToken);
}
