using FinOps.Infra.Messaging;
using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.Chatbot;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sns;

namespace FinOps.Infra.Alerts;

/// <summary>The alert topic with its key and policies, and who listens to it.</summary>
public sealed class CostAlerts : ComponentResource
{
    public CostAlerts(string name, AlertsSettings settings, StackFacts facts, ComponentResourceOptions? options = null)
        : base("finops:alerts:CostAlerts", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var (topic, policy) = EncryptedTopic.Declare("cost-alerts", new EncryptedTopicArgs(
            $"finops-{facts.StackName}-cost-alerts",
            "Encrypts the topic of budget and anomaly alerts.",
            AlertPolicies.Key(facts.AccountId),
            arn => AlertPolicies.Topic(arn, facts.AccountId),
            settings.Emails,
            "mail",
            facts.Tags), parent);
        // AWS checks the policy when an alert is made: whoever uses the topic waits for it.
        TopicArn = Output.Tuple(topic.Arn, policy.Id).Apply(both => both.Item1);
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
            AssumeRolePolicy = PolicyDocument.Trust("chatbot.amazonaws.com", facts.AccountId),
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
