using System.Net;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Signing;

/// <summary>What is not there is refused in the protocol's own words, never answered with an empty success.</summary>
public sealed class UnknownCallTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Theory]
    [InlineData("organizations", "AWSOrganizationsV20161128.CreateAccount")]
    [InlineData("budgets", "AWSBudgetServiceGateway.DescribeBudgetPerformanceHistory")]
    [InlineData("logs", "Logs_20140328.StartQuery")]
    [InlineData("dynamodb", "DynamoDB_20120810.ListTables")]
    public async Task Json_UnknownOperation_IsUnknown(string service, string target) =>
        Assert.Equal("UnknownOperationException", (await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.JsonAsync(service, target))).Code);

    [Theory]
    [InlineData("sts", "2011-06-15", "GetSessionToken")]
    [InlineData("iam", "2010-05-08", "CreateUser")]
    [InlineData("iam", "1999-01-01", "GetRole")]
    [InlineData("ec2", "2016-11-15", "DescribeVpcs")]
    public async Task Query_UnknownAction_IsInvalid(string service, string version, string action) =>
        Assert.Equal("InvalidAction", (await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.QueryAsync(service, version, action))).Code);

    [Theory]
    [InlineData("lambda", "/2015-03-31/functions/name/aliases")]
    [InlineData("ses", "/v2/email/contact-lists")]
    [InlineData("batch", "/v1/listjobs")]
    public async Task Rest_UnknownPath_IsNotFound(string service, string path)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => endpoint.Calls.RestAsync(service, HttpMethod.Get, path));

        Assert.Equal((404, "UnknownOperationException"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("/some-bucket?replication")]
    [InlineData("/some-bucket?object-lock")]
    [InlineData("/some-bucket/key?acl")]
    public async Task S3_UnknownSubResource_IsNotAnsweredAsThePlainOperation(string path)
    {
        using var message = endpoint.Calls.Make("s3", HttpMethod.Get, path, [], null);
        using var response = await endpoint.Calls.SendAsync(message);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Json_BrokenBody_IsASerializationException()
    {
        using var response = await endpoint.Calls.SendAsync("budgets", HttpMethod.Post, "/", "{\"AccountId\":", "application/x-amz-json-1.1", ("X-Amz-Target", "AWSBudgetServiceGateway.DescribeBudgets"));

        Assert.Contains("SerializationException", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
