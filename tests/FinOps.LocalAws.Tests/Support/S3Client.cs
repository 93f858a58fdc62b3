using Amazon.Runtime;
using Amazon.S3;

namespace FinOps.LocalAws.Tests.Support;

internal static class S3Client
{
    public static AmazonS3Client Of(LocalAwsServer server) => new(new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey), new AmazonS3Config
    {
        ServiceURL = server.Url.OriginalString,
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        MaxErrorRetry = 0,
    });
}
