using FinOps.Core.Problems;
using FinOps.Infra.Reporting;
using FinOps.Infra.Settings;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;
using Pulumi;

namespace FinOps.Infra.Tests.Reporting;

/// <summary>The webhook is a secret from the config to the parameter.</summary>
public sealed class ChatWebhookTests
{
    private const string Clear = "https://hooks.slack.com/services/very-secret";

    [Fact]
    public async Task Webhook_IsASecureStringUnderTheStacksKeyAndNoFunctionMayReadIt()
    {
        var registered = await ReportingStack.DeclareAsync("chat: { webhook: \"https://hooks.example.com/1\" }");

        var parameter = registered.One("aws:ssm/parameter:Parameter", "chat-webhook");
        Assert.Equal(("/finops/dev/chat-webhook", "SecureString"), (parameter.Input("name"), parameter.Input("type")));
        Assert.Equal("arn:aws:mock:::aws:kms/key:Key/reporting", parameter.Input("keyId"));
        Assert.Equal(true, registered.One("aws:kms/key:Key", "reporting").Input("enableKeyRotation"));
        Assert.DoesNotContain(registered.Of("aws:iam/rolePolicy:RolePolicy"), policy => ((string)policy.Input("policy")!).Contains("ssm:", StringComparison.Ordinal) || ((string)policy.Input("policy")!).Contains("kms:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_InTheSettings_IsASecretOutput()
    {
        var sink = new ProblemSink();
        var settings = (ReportingSettings)Config(secret: true, Clear).Section("reporting", typeof(ReportingSettings), AdoptionMode.Observe, sink.Problems)!;

        Assert.Empty(sink.List);
        Assert.True(await Output.IsSecretAsync(settings.Chat!.Webhook));
    }

    [Fact]
    public void Webhook_InClear_IsRefusedAndNotRepeated()
    {
        var sink = new ProblemSink();
        Config(secret: false, Clear).Section("reporting", typeof(ReportingSettings), AdoptionMode.Observe, sink.Problems);

        var problem = Assert.Single(sink.List);
        Assert.Equal(("FIN1240", "finops:section.reporting.chat.webhook"), (problem.Id, problem.Path));
        Assert.DoesNotContain("secret", problem.ToString().Replace("a secret that", "", StringComparison.Ordinal).Replace("--secret", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://hooks.slack.com/services/very-secret")]
    [InlineData("very-secret")]
    [InlineData("https://user:very-secret@example.com")]
    public void Webhook_EncryptedButNoHttpsAddress_IsRefusedAndNotRepeated(string webhook)
    {
        var sink = new ProblemSink();
        Config(secret: true, webhook).Section("reporting", typeof(ReportingSettings), AdoptionMode.Observe, sink.Problems);

        Assert.Equal("a secret value", Assert.Single(sink.List).Found);
    }

    [Fact]
    public async Task Webhook_InClearInAWholeStack_IsToldAndNothingIsRegistered()
    {
        var mocks = new OrganizationMocks();
        var refused = await Assert.ThrowsAsync<ProblemException>(() => ReportingStack.DeclareAsync($"chat: {{ webhook: \"{Clear}\" }}", mocks: mocks));

        Assert.DoesNotContain("very-secret", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(mocks.Registered);
    }

    private static StackConfig Config(bool secret, string webhook) => new(
        new Dictionary<string, string> { ["finops:reporting"] = $$"""{"from":"a@example.com","to":["a@example.com"],"chat":{"webhook":"{{webhook}}" } }""" },
        secret ? new HashSet<string> { "finops:reporting" } : [],
        "finops",
        "Pulumi.dev.yaml");
}
