using FinOps.Core.Optimization.Ledger;

namespace FinOps.Functions.Optimization.Ledger;

/// <summary>The ledger as S3 had it.</summary>
/// <param name="Tag">S3's entity tag of the month's own file; null when the month has none yet.</param>
internal sealed record KeptLedger(SavingsLedger Ledger, string? Tag);
