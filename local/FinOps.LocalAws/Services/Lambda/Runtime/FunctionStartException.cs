namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>The bootstrap of a package is not something this machine can execute.</summary>
internal sealed class FunctionStartException(string message) : Exception(message);
