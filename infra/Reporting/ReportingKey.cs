using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.Kms;

namespace FinOps.Infra.Reporting;

/// <summary>One key for what the functions keep: their logs and their secrets. A key costs by the month, so there is one, and none where nothing needs it.</summary>
internal static class ReportingKey
{
    private const int DaysToDelete = 30;

    /// <returns>The key's ARN, or null where nothing is encrypted with it.</returns>
    public static Output<string>? Declare(ComponentResource parent, ReportingPlatformArgs args)
    {
        if (!args.Settings.EncryptLogs && args.Settings.Chat is null)
        {
            return null;
        }

        var options = new CustomResourceOptions { Parent = parent };
        var key = new Key("reporting", new KeyArgs
        {
            Description = "Encrypts the logs and the secrets of FinOps' functions.",
            EnableKeyRotation = true,
            DeletionWindowInDays = DaysToDelete,
            Policy = Policy(args.AccountId, args.Region),
            Tags = args.Tags,
        }, options);
        _ = new Pulumi.Aws.Kms.Alias("reporting", new AliasArgs { Name = $"alias/finops-{args.StackName}-reporting", TargetKeyId = key.KeyId }, options);
        return key.Arn;
    }

    /// <summary>CloudWatch Logs may use it for the functions' log groups alone; for secrets, the caller's own permissions decide.</summary>
    internal static string Policy(string accountId, string region) => PolicyDocument.Of(
        PolicyDocument.AdministerKey(accountId),
        new
        {
            Sid = "EncryptLogs",
            Effect = "Allow",
            Principal = new { Service = $"logs.{region}.amazonaws.com" },
            Action = new[] { "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey" },
            Resource = "*",
            Condition = new { ArnLike = new Dictionary<string, string> { ["kms:EncryptionContext:aws:logs:arn"] = $"arn:aws:logs:{region}:{accountId}:log-group:/aws/lambda/finops-*" } },
        });
}
