using Pulumi;

namespace FinOps.Infra.Reporting;

/// <summary>A function that runs on a schedule, as <see cref="ScheduledFunction"/> declares it.</summary>
/// <param name="Name">The handler's name; resources are called so, and the function <c>finops-NAME</c>.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="Schedule">An EventBridge Scheduler expression.</param>
/// <param name="Policy">The function's permissions as a policy document: exactly the actions it calls. It is given the ARNs of its log group and of the queue of failed runs.</param>
/// <param name="Environment">The function's settings.</param>
/// <param name="Invoker">The logical name of the role under which Scheduler runs it.</param>
internal sealed record FunctionDeclaration(
    string Name,
    string Description,
    string Schedule,
    Func<Output<string>, Output<string>, Output<string>> Policy,
    InputMap<string> Environment,
    string Invoker)
{
    public string FunctionName => $"finops-{Name}";
}
