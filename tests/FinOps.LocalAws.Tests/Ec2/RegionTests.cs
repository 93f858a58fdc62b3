using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Ec2;

public sealed class RegionTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Version = "2016-11-15";

    [Fact]
    public async Task DescribeRegions_TellsTheEnabledOnes_AndAllWhenAsked()
    {
        Assert.Equal(17, (await NamesAsync()).Count);
        Assert.DoesNotContain("me-south-1", await NamesAsync());
        Assert.Contains("me-south-1", await NamesAsync(("AllRegions", "true")));
        Assert.Contains("me-south-1", await NamesAsync(("AllRegions", "true"), ("Filter.1.Name", "opt-in-status"), ("Filter.1.Value.1", "not-opted-in")));
        Assert.Equal(["eu-west-1", "eu-west-2", "eu-west-3"], await NamesAsync(("Filter.1.Name", "region-name"), ("Filter.1.Value.1", "eu-west-*")));
        Assert.Equal(["me-south-1"], await NamesAsync(("RegionName.1", "me-south-1")));
    }

    [Fact]
    public async Task DescribeRegions_UnknownNameOrFilter_IsRefused()
    {
        Assert.Equal("InvalidParameterValue", (await Assert.ThrowsAsync<RefusedException>(() => NamesAsync(("RegionName.1", "mars-1")))).Code);
        Assert.Equal("InvalidParameterValue", (await Assert.ThrowsAsync<RefusedException>(() => NamesAsync(("Filter.1.Name", "colour"), ("Filter.1.Value.1", "red")))).Code);
    }

    [Fact]
    public async Task RegionNotOptedIn_RefusesEveryCallInTheShapeOfItsProtocol()
    {
        using var there = new SignedCalls(endpoint.Server) { Region = "me-south-1" };

        Assert.Equal((401, "AuthFailure"), Told(await Assert.ThrowsAsync<RefusedException>(() => there.QueryAsync("ec2", Version, "DescribeRegions"))));
        Assert.Equal((403, "InvalidClientTokenId"), Told(await Assert.ThrowsAsync<RefusedException>(() => there.QueryAsync("sts", "2011-06-15", "GetCallerIdentity"))));
        Assert.Equal("UnrecognizedClientException", (await Assert.ThrowsAsync<RefusedException>(() => there.JsonAsync("tagging", "ResourceGroupsTaggingAPI_20170126.GetResources"))).Code);
    }

    private static (int Status, string Code) Told(RefusedException refused) => (refused.Status, refused.Code);

    private async Task<List<string>> NamesAsync(params (string Name, string Value)[] fields) =>
        [.. (await endpoint.Calls.QueryAsync("ec2", Version, "DescribeRegions", fields)).Descendants("regionName").Select(name => name.Value)];
}
