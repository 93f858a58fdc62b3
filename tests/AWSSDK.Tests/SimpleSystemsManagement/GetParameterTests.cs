using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.SimpleSystemsManagement;

public sealed class GetParameterTests
{
    [Fact]
    public async Task GetParameter_SecureString_IsAskedForInClear()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, """
            {"Parameter":{"Name":"/finops/dev/chat","Type":"SecureString","Value":"secret","Version":3,"LastModifiedDate":1767225600.5}}
            """));
        using var client = Client(server);

        var response = await client.GetParameterAsync(new GetParameterRequest { Name = "/finops/dev/chat", WithDecryption = true });

        Assert.Equal(ParameterType.SecureString, response.Parameter!.Type);
        Assert.Equal("secret", response.Parameter.Value);
        Assert.Equal(3, response.Parameter.Version);
        Assert.Equal("AmazonSSM.GetParameter", server.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"Name":"/finops/dev/chat","WithDecryption":true}""", server.Requests[0].Body);
        Assert.Contains("/ssm/aws4_request", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetParameter_NotThere_ThrowsTypedException()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"__type":"ParameterNotFound","message":"no"}"""));
        using var client = Client(server);

        await Assert.ThrowsAsync<ParameterNotFoundException>(() => client.GetParameterAsync(new GetParameterRequest { Name = "/nowhere" }));
    }

    private static AmazonSimpleSystemsManagementClient Client(FakeServer server) => new(Clients.Credentials, Clients.For<AmazonSimpleSystemsManagementConfig>(server));
}
