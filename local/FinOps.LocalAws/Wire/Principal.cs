namespace FinOps.LocalAws.Wire;

/// <summary>Who signed a call.</summary>
internal sealed record Principal(string AccountId, string Arn, string UserId, string AccessKeyId);
