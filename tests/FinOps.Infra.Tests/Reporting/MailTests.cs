using System.Collections.Immutable;

namespace FinOps.Infra.Tests.Reporting;

/// <summary>What SES is set up with.</summary>
public sealed class MailTests
{
    [Theory]
    [InlineData("address", "finops@example.com")]
    [InlineData("domain", "example.com")]
    public async Task Identity_AsTheConfigSays_IsOfTheSender(string identity, string verified)
    {
        var registered = await ReportingStack.DeclareAsync($"mail: {{ identity: {identity} }}");

        Assert.Equal(verified, registered.One("aws:sesv2/emailIdentity:EmailIdentity", "sender").Input("emailIdentity"));
        Assert.Empty(registered.Of("aws:sesv2/configurationSet:ConfigurationSet"));
    }

    [Fact]
    public async Task Identity_VerifiedElsewhere_IsLeftAlone()
    {
        var registered = await ReportingStack.DeclareAsync("", "full");

        Assert.Empty(registered.Of("aws:sesv2/emailIdentity:EmailIdentity"));
    }

    [Fact]
    public async Task ConfigurationSet_InsistsOnTlsAndIsNamedAndAllowed()
    {
        var registered = await ReportingStack.DeclareAsync("mail: { configurationSet: true }");

        var set = registered.One("aws:sesv2/configurationSet:ConfigurationSet", "reports");
        Assert.Equal("REQUIRE", set.Map("deliveryOptions")["tlsPolicy"]);
        Assert.Equal(true, set.Map("reputationOptions")["reputationMetricsEnabled"]);
        Assert.Equal(["BOUNCE", "COMPLAINT"], ((ImmutableArray<object>)set.Map("suppressionOptions")["suppressedReasons"]).Cast<string>());
        var environment = (ImmutableDictionary<string, object>)registered.One("aws:lambda/function:Function", "cost-analyzer").Map("environment")["variables"];
        Assert.Equal("finops-dev-reports", environment["FINOPS_REPORT_CONFIGURATION_SET"]);
        Assert.Contains("\"arn:aws:ses:us-east-1:111111111111:configuration-set/finops-dev-reports\"", (string)registered.One("aws:iam/rolePolicy:RolePolicy", "cost-analyzer").Input("policy")!, StringComparison.Ordinal);
        // Nobody to tell without alarms.
        Assert.Empty(registered.Of("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination"));
    }

    [Fact]
    public async Task Bounces_WhereThereIsATopic_AreToldThere()
    {
        var registered = await ReportingStack.DeclareAsync("", "guard");

        var destination = registered.One("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "reports").Map("eventDestination");
        Assert.Equal("arn:aws:mock:::aws:sns/topic:Topic/operations", ((ImmutableDictionary<string, object>)destination["snsDestination"])["topicArn"]);
        var policy = (string)registered.One("aws:sns/topicPolicy:TopicPolicy", "operations").Input("policy")!;
        Assert.Contains("\"aws:SourceArn\":\"arn:aws:ses:us-east-1:111111111111:configuration-set/finops-dev-reports\"", policy, StringComparison.Ordinal);
        Assert.Contains("ses.amazonaws.com", (string)registered.One("aws:kms/key:Key", "operations").Input("policy")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutASet_NeitherVariableNorPermissionIsGiven()
    {
        var registered = await ReportingStack.DeclareAsync("");

        Assert.DoesNotContain("FINOPS_REPORT_CONFIGURATION_SET", (ImmutableDictionary<string, object>)registered.One("aws:lambda/function:Function", "cost-analyzer").Map("environment")["variables"]);
        Assert.DoesNotContain("configuration-set", (string)registered.One("aws:iam/rolePolicy:RolePolicy", "cost-analyzer").Input("policy")!, StringComparison.Ordinal);
    }
}
