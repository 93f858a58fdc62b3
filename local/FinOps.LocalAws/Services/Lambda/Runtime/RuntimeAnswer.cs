namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>What the runtime posted for one event.</summary>
internal sealed record RuntimeAnswer(byte[] Payload, bool Failed);
