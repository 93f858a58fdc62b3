using FinOps.LocalEngine.Deployments;
using Spectre.Console;

namespace FinOps.Cli.Deploy;

/// <summary>What a refresh found: resource, property, what was deployed, what is there now; and what nobody could look at.</summary>
internal sealed class DriftSummary(IAnsiConsole output)
{
    public void Write(DeploymentResult result)
    {
        var drifted = result.Steps
            .Where(step => step.Operation is StepOperation.Refresh or StepOperation.Delete)
            .OrderBy(step => step.Type, StringComparer.Ordinal)
            .ThenBy(step => step.Name, StringComparer.Ordinal)
            .ToList();
        if (drifted.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Drift, as deployed → as it is now; 'up' puts back what is deployed:");
        }

        foreach (var step in drifted)
        {
            output.WriteLine($"  {step.Type} {step.Name}{(step.NewState is null ? ": deleted" : "")}");
            foreach (var change in step is { OldState: { } before, NewState: { } after } ? PropertyChange.Between(before, after) : [])
            {
                output.WriteLine($"    {change.Path}: {change.Old ?? "nothing"} → {change.New ?? "nothing"}");
            }
        }

        var blind = result.Steps.Where(step => step.Operation == StepOperation.Read).GroupBy(step => step.Type).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (blind.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"Not compared, because nothing stands behind them here: {string.Join(", ", blind.Select(group => $"{group.Key} ({group.Count()})"))}.");
        }
    }
}
