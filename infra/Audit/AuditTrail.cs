using FinOps.Infra.Messaging;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

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
        var name = $"audit-{region}";
        var (topic, policy) = EncryptedTopic.Declare(name, new EncryptedTopicArgs(
            $"{plan.Prefix}changes",
            "Encrypts the topic that tells of changes to FinOps.",
            AuditPolicies.Key(facts.AccountId),
            AuditPolicies.Topic,
            settings.Emails,
            name,
            facts.Tags) { Region = region }, new CustomResourceOptions { Parent = this });
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
