namespace FinOps.LocalAws.Wire;

/// <summary>A call whose service and operation are known and which is ready to run.</summary>
internal sealed record Invocation(string Service, string Operation, Func<CallContext, Task<WireResponse>> RunAsync);
