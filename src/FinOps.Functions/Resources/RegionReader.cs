using Amazon.EC2;
using Amazon.EC2.Model;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Resources;

/// <summary>The regions that an account may use. What it has not opted into holds nothing of it.</summary>
internal sealed class RegionReader(RequestRetry retry, SharedHttp http)
{
    public async Task<IReadOnlyList<string>> ReadAsync(AwsConnection connection, CancellationToken cancellationToken)
    {
        using var client = new AmazonEC2Client(connection.Credentials, http.Configure(connection, new AmazonEC2Config()));
        var answer = await retry.RunAsync("EC2", connection.Credentials, token => client.DescribeRegionsAsync(new DescribeRegionsRequest(), token), cancellationToken).ConfigureAwait(false);
        return [.. (answer.Regions ?? []).Select(region => region.RegionName).OfType<string>().Order(StringComparer.Ordinal)];
    }
}
