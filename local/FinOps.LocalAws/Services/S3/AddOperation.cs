using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>Registers an operation; the sub-resource is empty for the plain one.</summary>
internal delegate void AddOperation(S3Level level, string method, string subResource, string name, Func<S3Call, WireResponse> run);
