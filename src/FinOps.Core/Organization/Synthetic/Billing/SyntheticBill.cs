using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Organization.Synthetic.Billing;

internal sealed record SyntheticBill(CostTable Table, IReadOnlyList<SyntheticAnomaly> Anomalies);
