using System.Net;
using System.Text;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Signing;

public sealed class SignatureTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task Call_WrongSecret_DoesNotMatchInEveryProtocol()
    {
        using var calls = new SignedCalls(endpoint.Server) { Secret = "not the secret" };

        Assert.Equal("InvalidSignatureException", (await Assert.ThrowsAsync<RefusedException>(() => calls.JsonAsync("organizations", "AWSOrganizationsV20161128.ListRoots"))).Code);
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<RefusedException>(() => calls.QueryAsync("sts", "2011-06-15", "GetCallerIdentity"))).Code);
        Assert.Equal("InvalidSignatureException", (await Assert.ThrowsAsync<RefusedException>(() => calls.RestAsync("ses", HttpMethod.Get, "/v2/email/account"))).Code);
        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), await S3Async(calls.Make("s3", HttpMethod.Get, "/", [], null)));
    }

    [Fact]
    public async Task Call_UnknownKey_IsToldInEveryProtocol()
    {
        using var calls = new SignedCalls(endpoint.Server) { AccessKeyId = "AKIANOBODYNOBODYNOBO" };

        Assert.Equal("UnrecognizedClientException", (await Assert.ThrowsAsync<RefusedException>(() => calls.JsonAsync("budgets", "AWSBudgetServiceGateway.DescribeBudgets"))).Code);
        Assert.Equal("InvalidClientTokenId", (await Assert.ThrowsAsync<RefusedException>(() => calls.QueryAsync("sts", "2011-06-15", "GetCallerIdentity"))).Code);
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidAccessKeyId"), await S3Async(calls.Make("s3", HttpMethod.Get, "/", [], null)));
    }

    [Fact]
    public async Task Call_NotSigned_LacksItsToken()
    {
        using var http = new HttpClient();
        using var form = new StringContent("Action=GetCallerIdentity&Version=2011-06-15", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var json = new HttpRequestMessage(HttpMethod.Post, endpoint.Server.Url) { Headers = { { "X-Amz-Target", "AWSOrganizationsV20161128.ListRoots" } } };

        using var query = await http.PostAsync(endpoint.Server.Url, form);
        using var target = await http.SendAsync(json);

        Assert.Contains("<Code>MissingAuthenticationToken</Code>", await query.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("MissingAuthenticationTokenException", await target.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-16)]
    [InlineData(16)]
    public async Task Call_ClockMoreThanFifteenMinutesOff_IsRefused(int minutes)
    {
        using var calls = new SignedCalls(endpoint.Server) { At = TimeProvider.System.GetUtcNow().AddMinutes(minutes) };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => calls.QueryAsync("sts", "2011-06-15", "GetCallerIdentity"));

        Assert.Equal("SignatureDoesNotMatch", refused.Code);
        Assert.Contains("15 min", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_BodyChangedOnTheWay_IsRefused()
    {
        using var message = endpoint.Calls.Make("sts", HttpMethod.Post, "/", "Action=GetCallerIdentity&Version=2011-06-15"u8.ToArray(), "application/x-www-form-urlencoded");
        message.Content = new StringContent("Action=GetCallerIdentity&Version=2011-06-15&Extra=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await endpoint.Calls.SendAsync(message);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Call_HeaderAddedOnTheWay_IsRefused()
    {
        using var message = endpoint.Calls.Make("s3", HttpMethod.Put, "/a-bucket", [], null);
        message.Headers.Add("x-amz-acl", "public-read");

        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), await S3Async(message));
    }

    [Fact]
    public async Task Call_SignedForAnotherService_IsRefused() =>
        Assert.Equal("InvalidSignatureException", (await Assert.ThrowsAsync<RefusedException>(() =>
            endpoint.Calls.JsonAsync("budgets", "AWSOrganizationsV20161128.ListRoots"))).Code);

    private async Task<(HttpStatusCode, string)> S3Async(HttpRequestMessage message)
    {
        using (message)
        using (var response = await endpoint.Calls.SendAsync(message))
            return (response.StatusCode, System.Xml.Linq.XElement.Parse(await response.Content.ReadAsStringAsync()).Element("Code")!.Value);
    }
}
