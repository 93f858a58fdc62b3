using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Topics, queues and mail identities.</summary>
public sealed class MessagingResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task TopicWithPolicyAndSubscription_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var queue = new ProviderDriver(provider, "aws:sqs/queue:Queue", "inbox");
        var queueOutputs = await queue.CreateAsync(("visibilityTimeoutSeconds", 60d), ("tags", PropertyMap.Of(("Team", "a"))));
        await queue.Forgetting().CreateAsync(("visibilityTimeoutSeconds", 60d));
        await queue.UpdateAsync(("visibilityTimeoutSeconds", 90d));

        var topic = new ProviderDriver(provider, "aws:sns/topic:Topic", "alerts");
        var topicOutputs = await topic.CreateAsync(("displayName", "Cost alerts"), ("tags", PropertyMap.Of(("Team", "a"))));
        await topic.Forgetting().CreateAsync(("displayName", "Cost alerts"));
        var policy = new ProviderDriver(provider, "aws:sns/topicPolicy:TopicPolicy", "alerts");
        await policy.CreateAsync(("arn", topic.Id), ("policy", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"budgets.amazonaws.com"},"Action":"SNS:Publish","Resource":"{{topic.Id}}"}]}"""));
        var subscription = new ProviderDriver(provider, "aws:sns/topicSubscription:TopicSubscription", "inbox");
        await subscription.CreateAsync(("topic", topic.Id), ("protocol", "sqs"), ("endpoint", queueOutputs.Text("arn")!), ("rawMessageDelivery", true));

        Assert.Equal(aws.AccountId, topicOutputs.Text("owner"));
        Assert.StartsWith(topic.Id, subscription.Id, StringComparison.Ordinal);
        Assert.NotNull(await queue.ReadAsync());
        Assert.NotNull(await topic.ReadAsync());
        await subscription.DeleteAsync();
        await policy.DeleteAsync();
        await topic.DeleteAsync();
        await queue.DeleteAsync();
        await queue.DeleteAsync();
        Assert.Null(await topic.ReadAsync());
        Assert.Null(await queue.ReadAsync());
    }

    [Fact]
    public async Task MailIdentityAndConfigurationSet_WholeLife_AreAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var set = new ProviderDriver(provider, "aws:sesv2/configurationSet:ConfigurationSet", "reports");
        await set.CreateAsync(("configurationSetName", "reports"), ("sendingOptions", PropertyMap.Of(("sendingEnabled", true))));
        await set.Forgetting().CreateAsync(("configurationSetName", "reports"));
        var identity = new ProviderDriver(provider, "aws:sesv2/emailIdentity:EmailIdentity", "sender");
        var outputs = await identity.CreateAsync(("emailIdentity", "reports@example.com"), ("configurationSetName", "reports"));
        await identity.Forgetting().CreateAsync(("emailIdentity", "reports@example.com"));

        Assert.Equal($"arn:aws:ses:us-east-1:{aws.AccountId}:identity/reports@example.com", outputs.Text("arn"));
        Assert.Equal("EMAIL_ADDRESS", outputs.Text("identityType"));
        await identity.DeleteAsync();
        await set.DeleteAsync();
        await set.DeleteAsync();
        Assert.Null(await identity.ReadAsync());
    }
}
