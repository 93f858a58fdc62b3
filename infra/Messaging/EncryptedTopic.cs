using Pulumi;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Sns;

namespace FinOps.Infra.Messaging;

/// <summary>
/// A topic as this stack makes every one: encrypted with a key of its own, since the policy of the key that AWS manages admits no service,
/// with a policy for the services that publish, and with the addresses that are told.
/// </summary>
/// <param name="Topic">The topic.</param>
/// <param name="Policy">Its policy: whoever publishes on the strength of it depends on it.</param>
public sealed record EncryptedTopic(Topic Topic, TopicPolicy Policy)
{
    private const int DaysToDeleteKey = 30;

    /// <param name="name">The logical name of the key, its alias, the topic and its policy.</param>
    /// <param name="options">For all of them.</param>
    public static EncryptedTopic Declare(string name, EncryptedTopicArgs args, CustomResourceOptions options)
    {
        var key = new Key(name, new KeyArgs
        {
            Region = args.Region!,
            Description = args.KeyDescription,
            EnableKeyRotation = true,
            DeletionWindowInDays = DaysToDeleteKey,
            Policy = args.KeyPolicy,
            Tags = args.Tags,
        }, options);
        _ = new Pulumi.Aws.Kms.Alias(name, new AliasArgs { Region = args.Region!, Name = $"alias/{args.TopicName}", TargetKeyId = key.KeyId }, options);
        var topic = new Topic(name, new TopicArgs { Region = args.Region!, Name = args.TopicName, KmsMasterKeyId = key.Arn, Tags = args.Tags }, options);
        var policy = new TopicPolicy(name, new TopicPolicyArgs { Region = args.Region!, Arn = topic.Arn, Policy = topic.Arn.Apply(args.TopicPolicy) }, options);
        foreach (var email in args.Emails)
        {
            _ = new TopicSubscription($"{args.MailPrefix}-{email}", new TopicSubscriptionArgs { Region = args.Region!, Topic = topic.Arn, Protocol = "email", Endpoint = email }, options);
        }

        return new EncryptedTopic(topic, policy);
    }
}

/// <param name="TopicName">The topic's name, and its key's alias.</param>
/// <param name="KeyPolicy">Who may use the key.</param>
/// <param name="TopicPolicy">Who may publish, from the topic's ARN.</param>
/// <param name="Emails">Who is told by mail.</param>
/// <param name="MailPrefix">What the logical names of their subscriptions begin with.</param>
public sealed record EncryptedTopicArgs(
    string TopicName,
    string KeyDescription,
    string KeyPolicy,
    Func<string, string> TopicPolicy,
    IReadOnlyList<string> Emails,
    string MailPrefix,
    Dictionary<string, string> Tags)
{
    /// <summary>Where it stands; null is the provider's region.</summary>
    public string? Region { get; init; }
}
