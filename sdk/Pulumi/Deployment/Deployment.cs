namespace Pulumi;

/// <summary>Runs programs: as a child of an engine (<c>RunAsync</c>) or against mocks (<c>TestAsync</c>).</summary>
public sealed partial class Deployment
{
    private Deployment()
    {
    }

    /// <exception cref="InvalidOperationException">Nothing is running.</exception>
    public static DeploymentInstance Instance => DeploymentContext.Current.Instance;

    /// <summary>Fails when the version of the CLI is outside <paramref name="range"/>, for example <c>&gt;=3.100.0 &lt;4.0.0</c>.</summary>
    /// <exception cref="RunException">It is.</exception>
    public static async Task RequirePulumiVersionAsync(string range)
    {
        try
        {
            await DeploymentContext.Current.Engine.RequirePulumiVersionAsync(range);
        }
        catch (Rpc.RpcException e)
        {
            throw new RunException(e.Message, e);
        }
    }
}
