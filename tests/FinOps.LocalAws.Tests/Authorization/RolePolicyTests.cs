using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Authorization;

/// <summary>Sessions of roles may do what the policies of the role and of the bucket allow, and nothing else.</summary>
public sealed class RolePolicyTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    [Fact]
    public async Task Call_RoleAllowsIt_IsAnsweredAndRecordedWithActionAndResource()
    {
        using var role = await SessionAsync("viewer", $$"""{"Effect":"Allow","Action":"budgets:ViewBudget","Resource":"arn:aws:budgets::{{endpoint.Account}}:budget/*"}""");

        await role.JsonAsync("budgets", "AWSBudgetServiceGateway.DescribeBudgets", new() { ["AccountId"] = endpoint.Account });

        var call = endpoint.Server.Calls.SinceStart().Last(call => call.Operation == "DescribeBudgets");
        Assert.Equal([new EvaluatedAccess("budgets:ViewBudget", $"arn:aws:budgets::{endpoint.Account}:budget/*")], call.Access);
        Assert.EndsWith(":assumed-role/viewer/test", call.PrincipalArn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"budgets:ViewBudget","Resource":"arn:aws:budgets::999999999999:budget/*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"ce:*","Resource":"*"}""")]
    [InlineData("""[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"budgets:View*","Resource":"*"}]""")]
    public async Task Call_RoleDoesNotAllowIt_IsDenied(string statement)
    {
        using var role = await SessionAsync($"denied{Math.Abs(StringComparer.Ordinal.GetHashCode(statement))}", statement);

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            role.JsonAsync("budgets", "AWSBudgetServiceGateway.DescribeBudgets", new() { ["AccountId"] = endpoint.Account }));

        Assert.Equal("AccessDeniedException", refused.Code);
        Assert.Contains("not authorized to perform: budgets:ViewBudget", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_PermissionOfTheOperationIsNotKnown_IsDeniedToRolesAndNotToUsers()
    {
        using var role = await SessionAsync("unknown", Everything);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => role.QueryAsync("iam", "2010-05-08", "ListRolePolicies", ("RoleName", "unknown")));
        await endpoint.Calls.QueryAsync("iam", "2010-05-08", "ListRolePolicies", ("RoleName", "unknown"));

        Assert.Equal("AccessDenied", refused.Code);
        Assert.All(endpoint.Server.Calls.SinceStart().Where(call => call.Operation == "ListRolePolicies"), call => Assert.Null(call.Access));
    }

    [Fact]
    public async Task MissingObject_WithoutLeaveToList_Is403InsteadOf404()
    {
        await SendAsync(endpoint.Calls, HttpMethod.Put, "/missing-or-not");
        using var reader = await SessionAsync("reader", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::missing-or-not/*"}""");
        using var lister = await SessionAsync("lister", """{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::missing-or-not","arn:aws:s3:::missing-or-not/*"]}""");

        Assert.Equal(403, await SendAsync(reader, HttpMethod.Get, "/missing-or-not/a"));
        Assert.Equal(404, await SendAsync(lister, HttpMethod.Get, "/missing-or-not/a"));
    }

    [Fact]
    public async Task EncryptedBucket_WithoutTheKey_RefusesToReadAndToWrite()
    {
        const string Key = "arn:aws:kms:us-east-1:111122223333:key/reports";
        await SendAsync(endpoint.Calls, HttpMethod.Put, "/encrypted-one");
        Assert.Equal(200, await SendAsync(endpoint.Calls, HttpMethod.Put, "/encrypted-one?encryption=", $"<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>{Key}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"));
        const string Objects = """{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::encrypted-one/*"}""";
        using var without = await SessionAsync("without-key", Objects);
        using var with = await SessionAsync("with-key", $$"""[{{Objects}},{"Effect":"Allow","Action":["kms:GenerateDataKey","kms:Decrypt"],"Resource":"{{Key}}","Condition":{"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"} } }]""");

        Assert.Equal(403, await SendAsync(without, HttpMethod.Put, "/encrypted-one/a", "x"));
        Assert.Equal(200, await SendAsync(with, HttpMethod.Put, "/encrypted-one/a", "x"));
        Assert.Equal(403, await SendAsync(without, HttpMethod.Get, "/encrypted-one/a"));
        Assert.Equal(200, await SendAsync(with, HttpMethod.Get, "/encrypted-one/a"));
    }

    [Fact]
    public async Task BucketPolicy_ThatDeniesReadingToOthers_BindsAdministratorsToo()
    {
        await SendAsync(endpoint.Calls, HttpMethod.Put, "/readers-only");
        await SendAsync(endpoint.Calls, HttpMethod.Put, "/readers-only/a", "x");
        Assert.Equal(204, await SendAsync(endpoint.Calls, HttpMethod.Put, "/readers-only?policy=",
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::readers-only/*","Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::{{endpoint.Account}}:role/bucket-reader"} } } }"""));
        using var reader = await SessionAsync("bucket-reader", Everything);
        using var other = await SessionAsync("other-administrator", Everything);

        Assert.Equal(200, await SendAsync(reader, HttpMethod.Get, "/readers-only/a"));
        Assert.Equal(403, await SendAsync(other, HttpMethod.Get, "/readers-only/a"));
        Assert.Equal(403, await SendAsync(endpoint.Calls, HttpMethod.Get, "/readers-only/a"));
        Assert.Equal(200, await SendAsync(endpoint.Calls, HttpMethod.Get, "/readers-only?policy="));
    }

    [Fact]
    public async Task AssumeRole_ConditionsOfTheTrust_Decide()
    {
        await CreateRoleAsync("trusting", $$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{endpoint.Account}}:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"finops-1","aws:PrincipalOrgID":"{{endpoint.Server.Organization.Id}}"} } }""");
        await CreateRoleAsync("elsewhere", $$"""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-0000000000"} } }""");

        Assert.NotNull(await AssumeAsync("trusting", "finops-1"));
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("trusting", "finops-2"))).Code);
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("trusting", null))).Code);
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<RefusedException>(() => AssumeAsync("elsewhere", null))).Code);
    }

    private async Task<SignedCalls> SessionAsync(string name, string statements)
    {
        await CreateRoleAsync(name, """{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""");
        await endpoint.Calls.QueryAsync("iam", "2010-05-08", "PutRolePolicy", ("RoleName", name), ("PolicyName", "permissions"), ("PolicyDocument", $$"""{"Version":"2012-10-17","Statement":{{statements}}}"""));
        return SignedCalls.As(endpoint.Server, endpoint.Server.AssumeRoleAs("lambda.amazonaws.com", $"arn:aws:iam::{endpoint.Account}:role/{name}", "test"));
    }

    private Task<System.Xml.Linq.XElement> CreateRoleAsync(string name, string trust) => endpoint.Calls.QueryAsync("iam", "2010-05-08", "CreateRole",
        ("RoleName", name), ("AssumeRolePolicyDocument", $$"""{"Version":"2012-10-17","Statement":{{trust}}}"""));

    private Task<System.Xml.Linq.XElement> AssumeAsync(string name, string? externalId) => endpoint.Calls.QueryAsync("sts", "2011-06-15", "AssumeRole",
        [("RoleArn", $"arn:aws:iam::{endpoint.Account}:role/{name}"), ("RoleSessionName", "test"), .. externalId is null ? Array.Empty<(string, string)>() : [("ExternalId", externalId)]]);

    private static async Task<int> SendAsync(SignedCalls calls, HttpMethod method, string path, string body = "")
    {
        using var response = await calls.SendAsync("s3", method, path, body, "text/plain");
        return (int)response.StatusCode;
    }
}
