using Amazon.Common;
using Amazon.Runtime;

namespace AWSSDK.Tests.Support;

internal static class Clients
{
    public static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "not-a-secret");

    public static TConfig For<TConfig>(FakeServer server, int retries = 0)
        where TConfig : AwsServiceConfig, new() =>
        new() { ServiceURL = server.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = retries };
}
