using FinOps.Infra.Permissions;

namespace FinOps.Infra.Access;

/// <summary>What readers may do: look at cost, budgets and recommendations, and read the reports and the exported bill. Nothing else.</summary>
internal static class ReaderPolicy
{
    private static readonly string[] Billing =
    [
        "bcm-data-exports:Get*",
        "bcm-data-exports:List*",
        "budgets:Describe*",
        "budgets:ListTagsForResource",
        "budgets:View*",
        "ce:Describe*",
        "ce:Get*",
        "ce:List*",
        "cost-optimization-hub:Get*",
        "cost-optimization-hub:List*",
        "cur:DescribeReportDefinitions",
    ];

    /// <param name="buckets">ARNs of the buckets of reports and cost data; they have S3's own keys, so reading takes no permission on a key.</param>
    public static string Of(IReadOnlyList<string> buckets) => PolicyDocument.Of(
    [
        new { Sid = "Billing", Effect = "Allow", Action = Billing, Resource = "*" },
        .. buckets.Count == 0 ? (object[])[] :
        [
            new { Sid = "FindReports", Effect = "Allow", Action = new[] { "s3:GetBucketLocation", "s3:ListBucket" }, Resource = buckets },
            new { Sid = "ReadReports", Effect = "Allow", Action = new[] { "s3:GetObject" }, Resource = buckets.Select(bucket => $"{bucket}/*") },
        ],
    ]);

    /// <summary>Who may assume the readers' role.</summary>
    public static string Trust(IReadOnlyList<string> principals) => PolicyDocument.Of(new
    {
        Effect = "Allow",
        Principal = new { AWS = principals },
        Action = "sts:AssumeRole",
    });
}
