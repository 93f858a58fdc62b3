using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.Sqs;

namespace FinOps.Infra.Reporting;

/// <summary>
/// The queue of the runs that failed for good, of every function: those that Scheduler could not start, and those that the function itself
/// failed. A message names its schedule or its function.
/// </summary>
internal static class DeadLetters
{
    /// <summary>SQS's longest retention: fourteen days.</summary>
    private const int RetentionSeconds = 1_209_600;

    public static string Name(string stackName) => $"finops-{stackName}-dead-letters";

    public static Queue Declare(ComponentResource parent, ReportingPlatformArgs args)
    {
        var options = new CustomResourceOptions { Parent = parent };
        var queue = new Queue("dead-letters", new QueueArgs
        {
            Name = Name(args.StackName),
            MessageRetentionSeconds = RetentionSeconds,
            SqsManagedSseEnabled = true,
            Tags = args.Tags,
        }, options);
        _ = new QueuePolicy("dead-letters", new QueuePolicyArgs { QueueUrl = queue.Url, Policy = queue.Arn.Apply(arn => Policy(arn, args.AccountId)) }, options);
        return queue;
    }

    /// <summary>
    /// Scheduler and Lambda send under roles of this account, whose own policies allow it: nobody needs to be let in here, and nobody else is.
    /// </summary>
    internal static string Policy(string queueArn, string accountId) => PolicyDocument.Of(
        Deny("OnlyThisAccount", queueArn, new { StringNotEquals = new Dictionary<string, string> { ["aws:PrincipalAccount"] = accountId } }),
        Deny("OnlyEncrypted", queueArn, new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } }));

    private static object Deny(string sid, string queueArn, object condition) =>
        new { Sid = sid, Effect = "Deny", Principal = "*", Action = "sqs:*", Resource = queueArn, Condition = condition };
}
