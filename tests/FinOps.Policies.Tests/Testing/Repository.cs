namespace FinOps.Policies.Tests.Testing;

internal static class Repository
{
    public static string Root { get; } = Clone.Root;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);
}
