namespace FinOps.LocalAws.Signing;

/// <summary>Why a signature was refused; each protocol has its own code for it.</summary>
internal enum SignatureRefusalKind
{
    Missing,
    Malformed,
    UnknownKey,
    Expired,
    Skewed,
    LinkExpired,
    Mismatch,
    PayloadMismatch,
    IncompleteBody,
    BadChecksum,
    TooLarge,
}
