namespace FinOps.LocalEngine.Deployments;

public enum DeploymentOperation
{
    Preview,
    Up,
    Destroy,

    /// <summary>Reads every resource and takes what it finds into the state; reports what differs. Runs no program.</summary>
    Refresh,
}
