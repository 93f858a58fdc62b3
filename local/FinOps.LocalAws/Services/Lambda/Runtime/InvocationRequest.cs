namespace FinOps.LocalAws.Services.Lambda.Runtime;

internal sealed record InvocationRequest(string Id, byte[] Payload, string? ClientContext);
