using Pulumi;

namespace FinOps.Infra.Reporting;

/// <summary>Offered to the parts that need cost allocation tags activated.</summary>
public sealed record OfferedTagActivator(Output<string> Name);
