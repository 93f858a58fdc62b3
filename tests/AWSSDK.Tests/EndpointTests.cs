using Amazon;
using Amazon.Budgets;
using Amazon.Common;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Organizations;
using Amazon.ResourceExplorer2;
using Amazon.ResourceGroupsTaggingAPI;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleEmailV2;

namespace AWSSDK.Tests;

public sealed class EndpointTests
{
    public static TheoryData<AwsServiceConfig, string> Hosts => new()
    {
        { new AmazonCostExplorerConfig(), "https://ce.us-east-1.amazonaws.com" },
        { new AmazonOrganizationsConfig(), "https://organizations.us-east-1.amazonaws.com" },
        { new AmazonBudgetsConfig(), "https://budgets.amazonaws.com" },
        { new AmazonResourceExplorer2Config { RegionEndpoint = RegionEndpoint.EUWest1 }, "https://resource-explorer-2.eu-west-1.amazonaws.com" },
        { new AmazonResourceGroupsTaggingAPIConfig { RegionEndpoint = RegionEndpoint.EUWest1 }, "https://tagging.eu-west-1.amazonaws.com" },
        { new AmazonSimpleEmailServiceV2Config { RegionEndpoint = RegionEndpoint.EUCentral1 }, "https://email.eu-central-1.amazonaws.com" },
    };

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void DetermineServiceOperationEndpoint_NothingConfigured_IsThePublicHost(AwsServiceConfig config, string expected)
    {
        config.IgnoreConfiguredEndpointUrls = true;

        Assert.Equal(expected, config.DetermineServiceOperationEndpoint(Parameters()).URL);
    }

    [Fact]
    public void DetermineServiceOperationEndpoint_ServiceUrl_Wins()
    {
        var config = new AmazonCostExplorerConfig { ServiceURL = "http://127.0.0.1:4566" };

        Assert.StartsWith("http://127.0.0.1:4566", config.DetermineServiceOperationEndpoint(Parameters()).URL, StringComparison.Ordinal);
    }

    private static ServiceOperationEndpointParameters Parameters() => new(new GetCostAndUsageRequest());
}
