using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

internal sealed record S3Operation(string Name, Func<S3Call, Task<WireResponse>> RunAsync);
