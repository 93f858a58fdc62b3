namespace FinOps.LocalEngine.Providers.Aws;

/// <param name="AccountId">12 digits.</param>
/// <param name="Arn">Of the user or the assumed role.</param>
/// <param name="UserId">AWS's own id of it.</param>
internal sealed record CallerIdentity(string AccountId, string Arn, string UserId);
