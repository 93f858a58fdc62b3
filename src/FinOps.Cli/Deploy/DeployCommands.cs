using System.CommandLine;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Deploy;

/// <summary>up, preview, destroy, refresh: one operation each of the embedded engine.</summary>
internal static class DeployCommands
{
    public static IEnumerable<Command> Create(CliContext context)
    {
        yield return Create(context, "up", "Deploy the program, checked by the policy pack; then run the cost report.", DeploymentOperation.Up);
        yield return Create(context, "preview", "Show what 'up' would do and what the policy pack says. Changes nothing.", DeploymentOperation.Preview);
        yield return Create(context, "destroy", "Delete everything that the stack has, except protected data; say what was kept.", DeploymentOperation.Destroy);
        yield return Create(context, "refresh", "Read every resource, take what it is now into the state, and show the drift.", DeploymentOperation.Refresh);
    }

    private static Command Create(CliContext context, string name, string description, DeploymentOperation operation)
    {
        var options = new DeployOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        var noReport = new Option<bool>("--no-report") { Description = "Do not run the cost report afterwards." };
        if (operation == DeploymentOperation.Up)
        {
            command.Add(noReport);
        }

        command.SetAction((parsed, cancellationToken) => context.GuardAsync(() =>
            new DeployRun(context, options, parsed, operation, report: operation == DeploymentOperation.Up && !parsed.GetValue(noReport)).RunAsync(cancellationToken)));
        return command;
    }
}
