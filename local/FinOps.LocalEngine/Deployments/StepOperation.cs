namespace FinOps.LocalEngine.Deployments;

public enum StepOperation
{
    Same,
    Create,
    Update,
    Replace,
    Delete,

    /// <summary>The end of a replacement; not counted in the summary.</summary>
    DeleteReplaced,
    Read,
    Refresh,
}
