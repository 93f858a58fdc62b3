namespace FinOps.LocalEngine.Deployments;

public enum DeploymentOutcome
{
    Succeeded,
    Failed,

    /// <summary>Nothing but policies stood in the way: a mandatory violation, or a pack's config that is not valid.</summary>
    PolicyFailed,
    Cancelled,
}
