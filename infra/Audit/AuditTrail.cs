using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Sns;

namespace FinOps.Infra.Audit;

/// <summary>In each watched region: a topic with its key, and the rules that tell it of changes.</summary>
public sealed class AuditTrail : ComponentResource
{
    internal AuditTrail(string name, AuditPlan plan, AuditSettings settings, StackFacts facts, ComponentResourceOptions? options = null)
        : base("finops:audit:AuditTrail", name, options)
    {
        TopicArns = Output.All(plan.Regions.Keys.Select(region => Watch(region, plan, settings, facts)));
        RegisterOutputs();
    }

    /// <summary>Where changes are told, a topic a region.</summary>
    public Output<System.Collections.Immutable.ImmutableArray<string>> TopicArns { get; }

    private Output<string> Watch(string region, AuditPlan plan, AuditSettings settings, StackFacts facts)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var name = $"audit-{region}";
        var key = new Key(name, new KeyArgs
        {
            Region = region,
            Description = "Encrypts the topic that tells of changes to FinOps.",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
            Policy = AuditPolicies.Key(facts.AccountId),
            Tags = facts.Tags,
        }, parent);
        _ = new Pulumi.Aws.Kms.Alias(name, new AliasArgs { Region = region, Name = $"alias/{plan.Prefix}changes", TargetKeyId = key.KeyId }, parent);
        var topic = new Topic(name, new TopicArgs { Region = region, Name = $"{plan.Prefix}changes", KmsMasterKeyId = key.Arn, Tags = facts.Tags }, parent);
        var policy = new TopicPolicy(name, new TopicPolicyArgs { Region = region, Arn = topic.Arn, Policy = topic.Arn.Apply(AuditPolicies.Topic) }, parent);
        foreach (var email in settings.Emails)
        {
            _ = new TopicSubscription($"{name}-{email}", new TopicSubscriptionArgs { Region = region, Topic = topic.Arn, Protocol = "email", Endpoint = email }, parent);
        }

        foreach (var rule in plan.Regions[region])
        {
            Tell($"{name}-{rule.Name}", rule, region, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
        }

        return topic.Arn;

        void Tell(string logicalName, AuditRule rule, string where, CustomResourceOptions options)
        {
            var declared = new EventRule(logicalName, new EventRuleArgs
            {
                Region = where,
                Name = plan.Prefix + rule.Name,
                Description = rule.Description,
                EventPattern = rule.Pattern(settings.ExpectedRoles),
                Tags = facts.Tags,
            }, options);
            _ = new EventTarget(logicalName, new EventTargetArgs
            {
                Region = where,
                Rule = declared.Name,
                TargetId = "topic",
                Arn = topic.Arn,
                InputTransformer = new EventTargetInputTransformerArgs { InputPaths = AuditMessage.Paths, InputTemplate = AuditMessage.Template(rule.Description) },
            }, options);
        }
    }
}
