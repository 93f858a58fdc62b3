using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Rds;

internal static class RdsErrors
{
    public static AwsError InvalidValue(string message) => new("InvalidParameterValue", message);

    public static AwsError NoInstance(string name) => new("DBInstanceNotFound", $"DBInstance {name} not found.", 404);

    public static AwsError NoCluster(string name) => new("DBClusterNotFoundFault", $"DBCluster {name} not found.", 404);

    public static AwsError InstanceState(string message) => new("InvalidDBInstanceState", message);

    public static AwsError ClusterState(string message) => new("InvalidDBClusterStateFault", message);

    public static AwsError InCluster(string engine) => new("InvalidParameterCombination", $"{engine} DB instances are not eligible for stopping or starting.");
}
