using System.Collections.Immutable;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Deployments;

/// <summary>Collects what happens and tells the observer, one event at a time.</summary>
internal sealed class Recorder(IDeploymentObserver observer)
{
    private readonly Lock _gate = new();
    private readonly List<DeploymentStep> _steps = [];
    private readonly Dictionary<string, int> _stepOf = new(StringComparer.Ordinal);
    private readonly List<DeploymentDiagnostic> _diagnostics = [];
    private readonly List<PolicyViolation> _violations = [];
    private readonly List<PolicyRemediation> _remediations = [];

    public ImmutableArray<DeploymentStep> Steps => Copy(_steps);

    public ImmutableArray<DeploymentDiagnostic> Diagnostics => Copy(_diagnostics);

    public ImmutableArray<PolicyViolation> Violations => Copy(_violations);

    public ImmutableArray<PolicyRemediation> Remediations => Copy(_remediations);

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public bool HasMandatoryViolations => Violations.Any(violation => violation.Level == PolicyLevel.Mandatory);

    public void BuildStarted(string what) => Tell(() => observer.BuildStarted(what));

    public void BuildFinished(string what, TimeSpan duration) => Tell(() => observer.BuildFinished(what, duration));

    public void StepStarted(StepOperation operation, string urn) => Tell(() => observer.StepStarted(operation, urn));

    public void StepFailed(StepOperation operation, string urn) => Tell(() => observer.StepFailed(operation, urn));

    public void StepFinished(DeploymentStep step) => Tell(() =>
    {
        if (step.NewState is not null)
        {
            _stepOf[step.Urn] = _steps.Count;
        }

        _steps.Add(step);
        observer.StepFinished(step);
    });

    /// <summary>Components and the stack tell their outputs after their step.</summary>
    public void OutputsRegistered(ResourceState state) => Tell(() =>
    {
        if (_stepOf.TryGetValue(state.Urn, out var index))
        {
            _steps[index] = _steps[index] with { NewState = state };
        }
    });

    public void Diagnostic(DeploymentDiagnostic diagnostic) => Tell(() =>
    {
        _diagnostics.Add(diagnostic);
        observer.Diagnostic(diagnostic);
    });

    /// <summary>A line of output: shown while it runs, not kept.</summary>
    public void Line(string text, string source) =>
        Tell(() => observer.Diagnostic(new DeploymentDiagnostic(DiagnosticSeverity.Info, text, source)));

    public void Problems(EngineException exception, string urn = "")
    {
        foreach (var problem in exception.Problems)
        {
            Diagnostic(new DeploymentDiagnostic(DiagnosticSeverity.Error, problem.ToString(), urn, problem));
        }
    }

    public void Violation(PolicyViolation violation) => Tell(() =>
    {
        _violations.Add(violation);
        observer.Violation(violation);
    });

    public void Remediation(PolicyRemediation remediation) => Tell(() =>
    {
        _remediations.Add(remediation);
        observer.Remediation(remediation);
    });

    private ImmutableArray<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }

    private void Tell(Action tell)
    {
        lock (_gate)
        {
            tell();
        }
    }
}
