using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Deployments;

public enum DiagnosticSeverity
{
    Debug,
    Info,
    Warning,
    Error,
}

/// <param name="Urn">The resource it is about; empty for the deployment as a whole.</param>
/// <param name="Problem">Set when the engine itself found it.</param>
public sealed record DeploymentDiagnostic(DiagnosticSeverity Severity, string Message, string Urn = "", EngineProblem? Problem = null);
