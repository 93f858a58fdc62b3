namespace FinOps.LocalAws.Wire;

/// <summary>A service whose operations are told apart by method and path.</summary>
internal interface IRestService
{
    string SigningName { get; }

    /// <summary>The operation of this method and path, or null when the service has none.</summary>
    Invocation? Match(IncomingRequest request);
}
