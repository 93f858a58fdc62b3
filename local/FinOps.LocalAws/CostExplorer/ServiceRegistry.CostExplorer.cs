using FinOps.LocalAws.CostExplorer;

namespace FinOps.LocalAws.Hosting;

internal sealed partial class ServiceRegistry
{
    partial void AddCostExplorer(LocalAwsEnvironment environment)
    {
        var state = new CostExplorerState(environment.Organization, environment.Store);
        environment.CostTotals = new CostTotals(state);
        _json.Add(new CostExplorerService(state));
    }
}
