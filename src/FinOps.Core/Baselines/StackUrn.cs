namespace FinOps.Core.Baselines;

/// <summary>URNs of one stack: <c>urn:pulumi:STACK::PROJECT::TYPE::NAME</c>.</summary>
public static class StackUrn
{
    /// <summary>The root resource of a stack; stands for the stack as a whole.</summary>
    public static string Root(string project, string stack) => $"{Prefix(project, stack)}pulumi:pulumi:Stack::{project}-{stack}";

    public static bool IsOf(string urn, string project, string stack) => urn.StartsWith(Prefix(project, stack), StringComparison.Ordinal);

    private static string Prefix(string project, string stack) => $"urn:pulumi:{stack}::{project}::";
}
