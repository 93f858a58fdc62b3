namespace FinOps.LocalAws.Wire;

/// <summary>Services of the aws partition that exist in us-east-1 only, wherever their caller works.</summary>
internal static class HomeRegion
{
    public const string Name = "us-east-1";

    /// <summary>Refuses a call signed for another region, as the endpoint of AWS does.</summary>
    /// <exception cref="AwsError">InvalidSignatureException.</exception>
    public static void Require(CallContext context)
    {
        if (context.Region != Name)
            throw new AwsError("InvalidSignatureException", $"Credential should be scoped to a valid region, not '{context.Region}'. This service is in {Name} only.");
    }
}
