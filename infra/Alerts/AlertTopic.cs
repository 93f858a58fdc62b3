using Pulumi;

namespace FinOps.Infra.Alerts;

/// <summary>Where alerts on cost go at once; offered to the parts that alert.</summary>
public sealed record AlertTopic(Output<string> Arn);
