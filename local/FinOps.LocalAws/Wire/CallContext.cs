namespace FinOps.LocalAws.Wire;

/// <summary>What a service may know of the call around its input.</summary>
/// <param name="Caller">Who signed it.</param>
/// <param name="Region">The region of the credential scope.</param>
/// <param name="RequestId">Goes back in the response.</param>
/// <param name="Now">UTC time of the call.</param>
internal sealed record CallContext(Principal Caller, string Region, string RequestId, DateTimeOffset Now, CancellationToken Cancellation)
{
    public string AccountId => Caller.AccountId;
}
