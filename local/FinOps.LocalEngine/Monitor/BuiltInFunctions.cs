using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Monitor;

/// <summary>The functions and reads of the package <c>pulumi</c>, which the engine answers itself.</summary>
internal sealed class BuiltInFunctions(DeploymentRun run, ResourceRegistrar resources, string stateDirectory)
{
    /// <exception cref="EngineException">FIN3034, FIN3035, FIN3051.</exception>
    public PropertyMap Invoke(string token, PropertyMap arguments) => token switch
    {
        "pulumi:pulumi:getResource" => GetResource(arguments.Text("urn") ?? ""),
        "pulumi:pulumi:readStackOutputs" => StackOutputs(arguments.Text("name") ?? ""),
        _ => throw new EngineException(ErrorIds.Unsupported, token, "", "a function that the embedded engine does not have", "getResource, readStackOutputs", "Leave the call away, or use the pulumi CLI."),
    };

    /// <param name="name">STACK, PROJECT/STACK or ORGANIZATION/PROJECT/STACK; its state lies in the same state directory.</param>
    /// <exception cref="EngineException">FIN3051.</exception>
    public PropertyMap StackOutputs(string name)
    {
        var parts = name.Split('/');
        var files = new StackFiles(stateDirectory, parts.Length > 1 ? parts[^2] : run.Project.Name, parts[^1]);
        if (!File.Exists(files.Snapshot))
        {
            throw new EngineException(
                ErrorIds.StackUnknown, name, "", "a stack without state", "a stack that was deployed with the same state directory",
                "Deploy it first; the name reads STACK, PROJECT/STACK or ORGANIZATION/PROJECT/STACK.");
        }

        var store = StateStore.Open(files, null, () => run.Request.Passphrase.Read(stateDirectory), run.Time, readOnly: true);
        var outputs = store.State.Entries().FirstOrDefault(entry => entry.Value.Type == Urn.StackType).Value?.Outputs ?? PropertyMap.Empty;
        var secrets = outputs.Where(item => item.Value.ContainsSecret()).Select(item => PropertyValue.Of(item.Key));
        return PropertyMap.Of(("name", name), ("outputs", outputs), ("secretOutputNames", PropertyValue.Of(secrets)));
    }

    private PropertyMap GetResource(string urn)
    {
        var state = resources.Find(urn) ?? throw new EngineException(
            ErrorIds.UnknownResource, urn, "", "a resource that is not registered", "a resource of this deployment", "Read it after it was made.");
        return PropertyMap.Of(("urn", urn), ("id", run.Preview && state.Id.Length == 0 ? PropertyValue.Unknown : state.Id), ("provider", state.Provider), ("state", state.Outputs));
    }
}
