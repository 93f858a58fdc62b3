namespace FinOps.Functions.Lambda;

/// <summary>What the digest may be asked for. All of it is optional; anything else in the event is ignored.</summary>
/// <param name="Week">As 2026-W47; the current one when absent.</param>
/// <param name="DryRun">True to store nothing and tell nobody.</param>
/// <param name="SendUncertain">True to send what an earlier run may have sent.</param>
internal sealed record DigestEvent(string? Week, bool? DryRun, bool? SendUncertain);
