namespace FinOps.LocalAws.Calls;

/// <summary>One signed call that reached the endpoint.</summary>
/// <param name="Service">The service of the credential scope, for example <c>ce</c>.</param>
/// <param name="Operation">For example <c>GetCostAndUsage</c>; method and path where no operation fits.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Error">The error code of a refusal; for an internal failure also what failed.</param>
public sealed record RecordedCall(
    long Id,
    DateTimeOffset Time,
    string Service,
    string Operation,
    string PrincipalArn,
    string AccountId,
    int Status,
    string? Error)
{
    /// <summary>What IAM evaluates for the call; null when this endpoint does not know it, empty when IAM evaluates nothing.</summary>
    public IReadOnlyList<EvaluatedAccess>? Access { get; init; }
}
