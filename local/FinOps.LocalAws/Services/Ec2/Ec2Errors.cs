using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ec2;

internal static class Ec2Errors
{
    public static AwsError InvalidValue(string message) => new("InvalidParameterValue", message);
}
