using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.RDS;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling;

/// <summary>The clients of one place; disposing it disposes them.</summary>
internal sealed record PlaceClients(IAmazonEC2 Ec2, IAmazonRDS Rds, IAmazonAutoScaling AutoScaling) : IDisposable
{
    public static PlaceClients Create(AwsConnection aws) => new(
        new AmazonEC2Client(aws.Credentials, aws.Configure(new AmazonEC2Config())),
        new AmazonRDSClient(aws.Credentials, aws.Configure(new AmazonRDSConfig())),
        new AmazonAutoScalingClient(aws.Credentials, aws.Configure(new AmazonAutoScalingConfig())));

    public void Dispose()
    {
        Ec2.Dispose();
        Rds.Dispose();
        AutoScaling.Dispose();
    }
}
