using Amazon.Runtime;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Providers.Aws;
using FinOps.LocalEngine.Tests.Providers.Aws;
using FinOps.LocalEngine.Tests.Support;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Secrets;

/// <summary>A secret on its way into AWS stands in clear in nothing that the engine writes or says.</summary>
public sealed class SecretParameterTests : IClassFixture<AwsFixture>, IDisposable
{
    private const string Clear = "https://hooks.example.com/in-clear";
    private const string Changed = "https://hooks.example.com/changed-in-clear";

    private readonly TestStack _stack;

    public SecretParameterTests(AwsFixture aws) => _stack = new TestStack
    {
        Further = [new AwsProviderFactory(aws.Server.Url, new BasicAWSCredentials(aws.Server.AccessKeyId, aws.Server.SecretAccessKey), "us-east-1")],
    };

    public void Dispose() => _stack.Dispose();

    [Fact]
    public async Task SecureString_FromPreviewToRefresh_IsNowhereInClear()
    {
        DeploymentResult[] results =
        [
            await _stack.PreviewAsync(program => DeclareAsync(program, "/secret/stack", Clear)),
            await _stack.UpAsync(program => DeclareAsync(program, "/secret/stack", Clear)),
            await _stack.PreviewAsync(program => DeclareAsync(program, "/secret/stack", Changed)),
            await _stack.UpAsync(program => DeclareAsync(program, "/secret/stack", Changed)),
            await _stack.RunAsync(DeploymentOperation.Refresh),
        ];

        Assert.All(results, result =>
        {
            Assert.Empty(result.Diagnostics);
            Assert.DoesNotContain("in-clear", DeploymentJson.Write(result), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("in-clear", await File.ReadAllTextAsync(_stack.StateFile), StringComparison.Ordinal);
        Assert.Contains("\"ciphertext\": \"v1:", await File.ReadAllTextAsync(_stack.StateFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecureString_ThatAwsRefuses_IsNotInTheErrorEither()
    {
        var result = await _stack.UpAsync(program => DeclareAsync(program, "/aws/reserved", Clear));

        var told = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Problem is not null).Problem!;
        Assert.Equal("FIN3062", told.Id);
        Assert.DoesNotContain("in-clear", told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("in-clear", DeploymentJson.Write(result), StringComparison.Ordinal);
        Assert.DoesNotContain("in-clear", await File.ReadAllTextAsync(_stack.StateFile), StringComparison.Ordinal);
    }

    private static Task<TestProgram.Registered> DeclareAsync(TestProgram program, string name, string value) => program.ResourceAsync(
        "aws:ssm/parameter:Parameter", "webhook", PropertyMap.Of(("name", name), ("type", "SecureString"), ("value", new SecretValue(value))));
}
