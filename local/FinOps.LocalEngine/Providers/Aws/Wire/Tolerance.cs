namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>Refusals that mean: the wanted state is there already.</summary>
internal static class Tolerance
{
    /// <returns>False when AWS refused with one of these codes.</returns>
    public static async Task<bool> Unless(this Task call, params string[] codes)
    {
        try
        {
            await call;
            return true;
        }
        catch (AwsCallException refusal) when (refusal.Is(codes))
        {
            return false;
        }
    }
}
