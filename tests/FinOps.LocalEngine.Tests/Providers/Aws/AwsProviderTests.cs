using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Providers.Aws;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class AwsProviderTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task Check_UnknownType_SuggestsTheNearest()
    {
        var result = await new ProviderDriver(aws.Provider(), "aws:s3/buckett:Buckett", "x").CheckAsync(PropertyMap.Empty);

        Assert.Equal("'aws:s3/buckett:Buckett' is not a resource type of aws 7.48.0; did you mean 'aws:s3/bucket:Bucket'?", Assert.Single(result.Failures).Reason);
    }

    [Fact]
    public async Task Create_SimulatedType_GivesPlausibleOutputs()
    {
        var outputs = await new ProviderDriver(aws.Provider(("defaultTags", """{"tags":{"Owner":"finops","Team":"none"}}""")), "aws:ec2/vpc:Vpc", "main")
            .CreateAsync(("cidrBlock", "10.0.0.0/16"), ("tags", PropertyMap.Of(("Team", "platform"))));

        Assert.Equal("10.0.0.0/16", outputs.Text("cidrBlock"));
        Assert.Matches($"^arn:aws:ec2:us-east-1:{aws.AccountId}:vpc/vpc-[0-9a-f]{{17}}$", outputs.Text("arn"));
        Assert.Equal(PropertyMap.Of(("Owner", "finops"), ("Team", "platform")), ((ObjectValue)outputs["tagsAll"]).Map);
        Assert.Equal(PropertyMap.Of(("Team", "platform")), ((ObjectValue)outputs["tags"]).Map);
        Assert.Equal("us-east-1", outputs.Text("region"));
    }

    [Fact]
    public async Task Create_SecretInput_StaysSecretInOutputs()
    {
        var outputs = await new ProviderDriver(aws.Provider(), "aws:rds/instance:Instance", "db")
            .CreateAsync(("instanceClass", "db.t4g.micro"), ("engine", "postgres"), ("password", "plain but secret by schema"), ("username", new SecretValue("admin")));

        Assert.Equal(new SecretValue("plain but secret by schema"), outputs["password"]);
        Assert.Equal(new SecretValue("admin"), outputs["username"]);
    }

    [Fact]
    public async Task Preview_OfCreate_KnowsInputsAndTagsOnly()
    {
        var result = await new ProviderDriver(aws.Provider(), "aws:sns/topic:Topic", "alerts").PreviewAsync(("displayName", "Alerts"));

        Assert.Equal("", result.Id);
        Assert.Equal(["displayName", "name", "region", "tagsAll"], result.Outputs.Keys);
    }

    [Fact]
    public async Task Preview_OfUpdate_KeepsWhatStays()
    {
        var vpc = new ProviderDriver(aws.Provider(), "aws:ec2/vpc:Vpc", "kept");
        var created = await vpc.CreateAsync(("cidrBlock", "10.0.0.0/16"));

        var result = await vpc.PreviewAsync(("cidrBlock", "10.0.0.0/16"), ("enableDnsSupport", true));

        Assert.Equal(vpc.Id, result.Id);
        Assert.Equal(created["arn"], result.Outputs["arn"]);
    }

    [Fact]
    public async Task Diff_NothingChanged_IsEmpty()
    {
        var vpc = new ProviderDriver(aws.Provider(), "aws:ec2/vpc:Vpc", "same");
        await vpc.CreateAsync(("cidrBlock", "10.0.0.0/16"));

        Assert.Empty((await vpc.DiffAsync(("cidrBlock", new SecretValue("10.0.0.0/16")))).Changed);
    }

    [Fact]
    public async Task Diff_ReplacingInput_ReplacesAndSaysWhetherBothFitSideBySide()
    {
        var vpc = new ProviderDriver(aws.Provider(), "aws:ec2/vpc:Vpc", "cidr");
        await vpc.CreateAsync(("cidrBlock", "10.0.0.0/16"));
        var table = new ProviderDriver(aws.Provider(), "aws:dynamodb/table:Table", "t");
        await table.CreateAsync(("hashKey", "a"));

        var cidr = await vpc.DiffAsync(("cidrBlock", "10.1.0.0/16"));
        var key = await table.DiffAsync(("hashKey", "b"));
        var renamed = await table.DiffAsync(("hashKey", "b"), ("name", "other"));

        Assert.Equal(["cidrBlock"], cidr.Replaces.ToArray());
        Assert.False(cidr.DeleteBeforeReplace);
        Assert.Equal(["hashKey"], key.Replaces.ToArray());
        Assert.True(key.DeleteBeforeReplace);
        Assert.Equal(["hashKey", "name"], renamed.Replaces.ToArray());
        Assert.False(renamed.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Diff_DefaultTagsChanged_ChangesTags()
    {
        var old = aws.Provider(("defaultTags", """{"tags":{"Owner":"a"}}"""));
        var created = await old.CreateAsync(new CreateRequest("urn:pulumi:dev::test::aws:ec2/vpc:Vpc::v", "aws:ec2/vpc:Vpc", "v", PropertyMap.Empty, Preview: false), default);
        var request = new DiffRequest("urn:pulumi:dev::test::aws:ec2/vpc:Vpc::v", "aws:ec2/vpc:Vpc", created.Id, PropertyMap.Empty, created.Outputs, PropertyMap.Empty);

        Assert.Equal(["tags"], (await aws.Provider(("defaultTags", """{"tags":{"Owner":"b"}}""")).DiffAsync(request, default)).Changed.ToArray());
        Assert.Empty((await old.DiffAsync(request, default)).Changed);
    }

    [Fact]
    public async Task Create_WrongKeys_IsFIN3063()
    {
        var factory = new AwsProviderFactory(aws.Server.Url, new BasicAWSCredentials(aws.Server.AccessKeyId, "wrong"), "us-east-1");
        var provider = factory.Create(PropertyMap.Empty, aws.ProgramDirectory).Provider!;

        var failure = await Assert.ThrowsAsync<EngineException>(() => new ProviderDriver(provider, "aws:ec2/vpc:Vpc", "v").CreateAsync());

        Assert.Equal("FIN3063", Assert.Single(failure.Problems).Id);
    }

    [Fact]
    public async Task Create_NobodyListens_IsFIN3060WithTheEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var factory = new AwsProviderFactory(new Uri($"http://127.0.0.1:{port}"), new BasicAWSCredentials("key", "secret"), "us-east-1");
        var provider = factory.Create(PropertyMap.Empty, aws.ProgramDirectory).Provider!;

        var failure = await Assert.ThrowsAsync<EngineException>(() => new ProviderDriver(provider, "aws:budgets/budget:Budget", "team").CreateAsync(("budgetType", "COST"), ("timeUnit", "MONTHLY")));

        var problem = Assert.Single(failure.Problems);
        Assert.Equal(("FIN3060", "aws:budgets/budget:Budget 'team'", $"http://127.0.0.1:{port}"), (problem.Id, problem.File, problem.Path));
    }

    [Theory]
    [InlineData("defaultTags", "{", "is not JSON")]
    [InlineData("defaultTag", "{}", "did you mean 'defaultTags'?")]
    [InlineData("maxRetries", "\"many\"", "a number is expected, found a string")]
    [InlineData("endpoints", """[{"s3":"nowhere"}]""", "is not an absolute http or https URL")]
    [InlineData("profile", "no-such-profile", "is in none of the credentials files")]
    [InlineData("accessKey", "alone", "is required with accessKey")]
    public void Factory_BadConfiguration_TellsTheMistake(string input, string value, string expected)
    {
        var factory = new AwsProviderFactory(aws.Server.Url, new BasicAWSCredentials("key", "secret"), "us-east-1");

        var (provider, failures) = factory.Create(PropertyMap.Of((input, value)), aws.ProgramDirectory);

        Assert.Null(provider);
        Assert.Contains(expected, Assert.Single(failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_OfOneService_WinForIt()
    {
        var provider = aws.Provider(("endpoints", """[{"sts":"http://127.0.0.1:1"}]"""));

        var failure = await Assert.ThrowsAsync<EngineException>(() => new ProviderDriver(provider, "aws:ec2/vpc:Vpc", "v").CreateAsync());

        Assert.Equal("FIN3060", Assert.Single(failure.Problems).Id);
    }
}
