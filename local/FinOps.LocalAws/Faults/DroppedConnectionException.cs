namespace FinOps.LocalAws.Faults;

/// <summary>The caller gets no answer, as when a connection breaks.</summary>
internal sealed class DroppedConnectionException() : Exception("the connection is dropped by a fault of the embedded AWS");
