using FinOps.Infra.Reporting;
using Pulumi;
using Pulumi.Aws.Chatbot;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Sns;

namespace FinOps.Infra.Alerts;

/// <summary>The alert topic with its key and policies, and who listens to it.</summary>
public sealed class CostAlerts : ComponentResource
{
    public CostAlerts(string name, AlertsSettings settings, StackFacts facts, ComponentResourceOptions? options = null)
        : base("finops:alerts:CostAlerts", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var key = new Key("cost-alerts", new KeyArgs
        {
            Description = "Encrypts the topic of budget and anomaly alerts.",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
            Policy = AlertPolicies.Key(facts.AccountId),
            Tags = facts.Tags,
        }, parent);
        _ = new Pulumi.Aws.Kms.Alias("cost-alerts", new AliasArgs { Name = $"alias/finops-{facts.StackName}-cost-alerts", TargetKeyId = key.KeyId }, parent);
        var topic = new Topic("cost-alerts", new TopicArgs { Name = $"finops-{facts.StackName}-cost-alerts", KmsMasterKeyId = key.Arn, Tags = facts.Tags }, parent);
        var policy = new TopicPolicy("cost-alerts", new TopicPolicyArgs { Arn = topic.Arn, Policy = topic.Arn.Apply(arn => AlertPolicies.Topic(arn, facts.AccountId)) }, parent);
        // AWS checks the policy when an alert is made: whoever uses the topic waits for it.
        TopicArn = Output.Tuple(topic.Arn, policy.Id).Apply(both => both.Item1);

        foreach (var email in settings.Emails)
        {
            _ = new TopicSubscription($"mail-{email}", new TopicSubscriptionArgs { Topic = topic.Arn, Protocol = "email", Endpoint = email }, parent);
        }

        AddChat(settings, facts, topic, parent);
        RegisterOutputs();
    }

    public Output<string> TopicArn { get; }

    private static void AddChat(AlertsSettings settings, StackFacts facts, Topic topic, CustomResourceOptions parent)
    {
        if (settings.Slack is null && settings.Teams is null)
        {
            return;
        }

        // The role is what a person in the channel may do through the chat: nothing.
        var role = new Role("cost-alerts-chat", new RoleArgs
        {
            Name = $"finops-{facts.StackName}-cost-alerts-chat",
            Description = "Lets the chat channel show cost alerts; grants nothing.",
            AssumeRolePolicy = PolicyDocuments.TrustService("chatbot.amazonaws.com", facts.AccountId),
            Tags = facts.Tags,
        }, parent);
        if (settings.Slack is { } slack)
        {
            _ = new SlackChannelConfiguration("cost-alerts", new SlackChannelConfigurationArgs
            {
                ConfigurationName = $"finops-{facts.StackName}-cost-alerts",
                IamRoleArn = role.Arn,
                SlackTeamId = slack.WorkspaceId,
                SlackChannelId = slack.ChannelId,
                SnsTopicArns = { topic.Arn },
                LoggingLevel = "ERROR",
                UserAuthorizationRequired = true,
                Tags = facts.Tags,
            }, parent);
        }

        if (settings.Teams is { } teams)
        {
            _ = new TeamsChannelConfiguration("cost-alerts", new TeamsChannelConfigurationArgs
            {
                ConfigurationName = $"finops-{facts.StackName}-cost-alerts-teams",
                IamRoleArn = role.Arn,
                TenantId = teams.TenantId,
                TeamId = teams.TeamId,
                ChannelId = teams.ChannelId,
                SnsTopicArns = { topic.Arn },
                LoggingLevel = "ERROR",
                UserAuthorizationRequired = true,
                Tags = facts.Tags,
            }, parent);
        }
    }
}
