namespace FinOps.LocalAws.Wire;

/// <summary>An awsJson service whose clients may speak rpc-v2-cbor instead; current SDKs prefer it where the model offers it.</summary>
internal interface ICborService : IJsonService
{
    /// <summary>Output members that are times: JSON writes them as plain numbers, CBOR tags them.</summary>
    IReadOnlySet<string> TimestampMembers { get; }
}
