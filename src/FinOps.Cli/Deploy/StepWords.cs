using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Deploy;

/// <summary>How operations are written for people; the signs are those of the Pulumi CLI.</summary>
internal static class StepWords
{
    public static string Sign(StepOperation operation) => operation switch
    {
        StepOperation.Create => "+",
        StepOperation.Update => "~",
        StepOperation.Replace => "+-",
        StepOperation.Delete or StepOperation.DeleteReplaced => "-",
        _ => " ",
    };

    /// <param name="preview">True when it would happen, false when it has.</param>
    public static string Verb(StepOperation operation, bool preview) => (operation, preview) switch
    {
        (StepOperation.Same, _) => "unchanged",
        (StepOperation.Create, true) => "to create",
        (StepOperation.Create, false) => "created",
        (StepOperation.Update, true) => "to update",
        (StepOperation.Update, false) => "updated",
        (StepOperation.Replace, true) => "to replace",
        (StepOperation.Replace, false) => "replaced",
        (StepOperation.Delete, true) => "to delete",
        (StepOperation.Delete, false) => "deleted",
        (StepOperation.Refresh, _) => "drifted",
        _ => "read",
    };
}
