namespace FinOps.LocalAws.Signing;

/// <summary>The part of a credential behind the key: <c>20260101/us-east-1/s3/aws4_request</c>.</summary>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public override string ToString() => $"{Date}/{Region}/{Service}/aws4_request";
}
