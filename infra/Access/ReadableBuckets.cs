using Pulumi;

namespace FinOps.Infra.Access;

/// <summary>Offered by the part that keeps reports: the bucket that readers read.</summary>
public sealed record ReportsBucket(Output<string> Arn);

/// <summary>Offered by the part that keeps the exported bill.</summary>
public sealed record CostDataBucket(Output<string> Arn);
