namespace FinOps.LocalAws.Signing;

internal sealed class SignatureRefusedException(SignatureRefusalKind kind, string message) : Exception(message)
{
    public SignatureRefusal Refusal { get; } = new(kind, message);
}
