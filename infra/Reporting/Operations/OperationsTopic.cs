using FinOps.Infra.Messaging;
using FinOps.Infra.Reporting.Mail;
using Pulumi;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>The topic that tells whoever runs the platform.</summary>
internal static class OperationsTopic
{
    /// <returns>Its ARN, once its policy stands: SES tries the topic when a destination is made, and an alarm that may not publish is silent.</returns>
    public static Output<string> Declare(ComponentResource parent, ReportingPlatformArgs args)
    {
        var set = args.Settings.Mail.ConfigurationSet ? ReportMail.SetName(args.StackName) : null;
        var (topic, policy) = EncryptedTopic.Declare("operations", new EncryptedTopicArgs(
            $"finops-{args.StackName}-operations",
            "Encrypts the topic of FinOps' operations.",
            OperationsPolicies.Key(args.AccountId, set),
            arn => OperationsPolicies.Topic(arn, args.AccountId, args.Region, set),
            args.Settings.Operations.Emails,
            "operations",
            args.Tags), new CustomResourceOptions { Parent = parent });
        return Output.Tuple(topic.Arn, policy.Id).Apply(both => both.Item1);
    }
}
