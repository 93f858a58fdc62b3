using Pulumi;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>A function of the package, as <see cref="DeployedFunction"/> declares it.</summary>
/// <param name="Name">The handler's name; resources are called so, and the function <c>finops-NAME</c>.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="Schedule">An EventBridge Scheduler expression; null for a function that runs when it is asked to.</param>
/// <param name="Statements">The function's permissions: exactly the actions it calls. Those of its log group and of the queue of failed runs are added.</param>
/// <param name="Environment">The function's settings.</param>
internal sealed record FunctionDeclaration(string Name, string Description, string? Schedule, IReadOnlyList<object> Statements, InputMap<string> Environment)
{
    public string FunctionName => $"finops-{Name}";

    /// <summary>The logical name of the role under which Scheduler runs it.</summary>
    public string Invoker { get; init; } = $"{Name}-schedule";

    /// <summary>The topic whose messages it is invoked with; null for none.</summary>
    public Output<string>? Topic { get; init; }

    /// <summary>The key of the secrets that it reads from Systems Manager; null for none.</summary>
    public Output<string>? SecretsKey { get; init; }

    /// <summary>Memory in MB; null for what all functions have.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>After how many seconds it is stopped; null for what all functions have.</summary>
    public int? TimeoutSeconds { get; init; }
}
