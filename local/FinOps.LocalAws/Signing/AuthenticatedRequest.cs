using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Signing;

internal sealed record AuthenticatedRequest(IncomingRequest Request, Principal Caller, CredentialScope Scope);
