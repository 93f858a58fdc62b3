namespace FinOps.LocalAws.Signing;

/// <summary>A request that is not let in, and why.</summary>
internal sealed record SignatureRefusal(SignatureRefusalKind Kind, string Message)
{
    public static SignatureRefusal WrongService(string signingName) =>
        new(SignatureRefusalKind.Mismatch, $"Credential should be scoped to correct service: '{signingName}'.");
}
