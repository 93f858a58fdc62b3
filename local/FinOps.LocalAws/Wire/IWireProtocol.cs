using FinOps.LocalAws.Signing;

namespace FinOps.LocalAws.Wire;

/// <summary>One of AWS's wire protocols: finds the operation of a request and shapes refusals.</summary>
internal interface IWireProtocol
{
    /// <summary>Finds service and operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signingName">The service of the credential scope.</param>
    /// <exception cref="AwsError">No such service or operation, or the request is signed for another service.</exception>
    Invocation Resolve(IncomingRequest request, string signingName);

    WireResponse Refuse(AwsError error, string requestId);

    /// <summary>The protocol's own code and status for a refused signature.</summary>
    AwsError Describe(SignatureRefusal refusal);

    /// <summary>The protocol's own code and status for a caller whose policies do not allow the call.</summary>
    AwsError Deny(string message);
}
