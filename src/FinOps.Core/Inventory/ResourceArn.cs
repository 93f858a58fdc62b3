namespace FinOps.Core.Inventory;

/// <summary>An ARN in its parts: <c>arn:aws:ec2:eu-west-1:111122223333:instance/i-1</c>.</summary>
/// <param name="Region">Empty where the ARN names none.</param>
/// <param name="AccountId">Empty where the ARN names none, as for buckets.</param>
/// <param name="Resource">All that follows the fifth colon.</param>
public sealed record ResourceArn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    // arn:aws:sns:eu-west-1:111122223333:orders has no word that says "topic".
    private static readonly HashSet<string> WithoutType = new(StringComparer.Ordinal) { "codecommit", "codepipeline", "sns", "sqs" };

    /// <summary>
    /// Service and kind, as the Resource Groups Tagging API filters them: the words of the ARN itself, letter case kept. What stands before the
    /// first <c>/</c> or <c>:</c> of the resource is the kind; a bucket, a topic or a queue has none, and its service alone is its type.
    /// </summary>
    public string Type
    {
        get
        {
            // arn:aws:apigateway:eu-west-1::/restapis/a1b2c3
            var resource = Resource.AsSpan().TrimStart('/');
            var end = resource.IndexOfAny('/', ':');
            if (end < 0 || WithoutType.Contains(Service) || (Service == "s3" && AccountId.Length == 0))
                return Service;
            return $"{Service}:{resource[..end]}";
        }
    }

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ResourceArn? arn)
    {
        arn = text?.Split(':', 6) is ["arn", { Length: > 0 } partition, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
            ? new ResourceArn(partition, service, region, account, resource)
            : null;
        return arn is not null;
    }
}
