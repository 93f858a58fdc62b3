namespace FinOps.Functions.Rendering;

/// <summary>Where the whole page of a mailed report is.</summary>
/// <param name="Address">Its s3:// address, for readers with access to the bucket.</param>
/// <param name="Signed">A link that opens it without signing in.</param>
/// <param name="OpenUntil">When the link ends.</param>
public sealed record PageLink(string Address, Uri Signed, DateTimeOffset OpenUntil);
