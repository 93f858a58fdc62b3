using FinOps.Functions.Aws;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Why something was not seen, in the words of whoever refused it.</summary>
internal static class Unseen
{
    public static string Why(Exception failure) => AwsFailure.IsDenied(failure) ? $"access denied ({failure.Message})" : failure.Message;
}
