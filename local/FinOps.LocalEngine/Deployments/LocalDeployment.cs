using System.Collections.Immutable;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Programs;
using FinOps.LocalEngine.Projects;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Deployments;

/// <summary>Runs a Pulumi program against providers in this process, without the Pulumi CLI.</summary>
public static class LocalDeployment
{
    /// <summary>
    /// Mistakes of the person (project, config, state, program, policies, providers) come back in the result as diagnostics with ids, never as exceptions.
    /// A cancelled run ends its child processes and keeps what was finished.
    /// </summary>
    public static Task<DeploymentResult> RunAsync(
        DeploymentRequest request, IReadOnlyList<IProviderFactory> providers, IDeploymentObserver observer, TimeProvider time, CancellationToken cancellationToken) =>
        RunAsync(request, providers, observer, time, EngineHosts.Processes(request.Built), cancellationToken);

    internal static async Task<DeploymentResult> RunAsync(
        DeploymentRequest request, IReadOnlyList<IProviderFactory> providers, IDeploymentObserver observer, TimeProvider time, EngineHosts hosts, CancellationToken cancellationToken)
    {
        var recorder = new Recorder(observer);
        var start = time.GetTimestamp();
        var facts = new ResultFacts();
        var end = new DeploymentEnd(DeploymentOutcome.Failed, null);
        try
        {
            end = await RunAsync(request, providers, recorder, time, hosts, facts, cancellationToken);
        }
        catch (EngineException e)
        {
            recorder.Problems(e);
            end = new DeploymentEnd(DeploymentOutcome.Failed, e.Problems[0].ToString());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = new DeploymentEnd(DeploymentOutcome.Cancelled, "cancelled");
        }

        return new DeploymentResult(
            request.Operation,
            end.Outcome,
            end.Failure,
            facts.Project?.Name ?? "",
            request.StackName,
            MaskedConfig(facts.Config),
            recorder.Steps,
            recorder.Diagnostics,
            facts.PolicyPacks,
            recorder.Violations,
            recorder.Remediations,
            facts.Outputs,
            new DeploymentTimes(facts.Build, time.GetElapsedTime(start)))
        {
            Rules = facts.Rules,
            ProjectDirectory = facts.Project?.RootDirectory ?? "",
            Kept = [.. facts.Protected, .. recorder.Steps.Where(IsRetained).Select(step => new KeptResource(step.Urn, step.Type, step.OldState!.Id, KeptReason.Retained))],
        };
    }

    private static async Task<DeploymentEnd> RunAsync(
        DeploymentRequest request,
        IReadOnlyList<IProviderFactory> providers,
        Recorder recorder,
        TimeProvider time,
        EngineHosts hosts,
        ResultFacts facts,
        CancellationToken cancellationToken)
    {
        RequestRules.Verify(request);
        var project = ProjectReader.Read(request.ProgramDirectory);
        facts.Project = project;
        var stateDirectory = Path.GetFullPath(request.StateDirectory ?? Path.Combine(project.RootDirectory, ".finops", "state"));
        string Passphrase() => request.Passphrase.Read(stateDirectory);

        var config = StackConfigReader.Read(project, request.StackName, request.Config, Passphrase);
        facts.Config = config;
        var files = new StackFiles(stateDirectory, project.Name, request.StackName);
        var preview = request.Operation == DeploymentOperation.Preview;
        using var stackLock = preview ? null : StackLock.Take(files);
        if (stackLock?.LeftBy is { } process)
        {
            recorder.Diagnostic(new DeploymentDiagnostic(DiagnosticSeverity.Info, $"took over the lock of process {process}, which ended without releasing it"));
        }

        using var store = StateStore.Open(files, config.EncryptionSalt, Passphrase, time, preview);
        try
        {
            using var run = new DeploymentRun(request, project, config, store, recorder, time, cancellationToken);
            var session = new DeploymentSession(run, providers, hosts, stateDirectory, facts);
            return await session.RunAsync();
        }
        finally
        {
            store.Fold();
        }
    }

    private static bool IsRetained(DeploymentStep step) =>
        step is { Operation: StepOperation.Delete or StepOperation.DeleteReplaced, OldState: { RetainOnDelete: true, Custom: true, External: false } };

    private static ImmutableSortedDictionary<string, string> MaskedConfig(StackConfig? config) =>
        config?.Values.ToImmutableSortedDictionary(item => item.Key, item => config.SecretKeys.Contains(item.Key) ? "[secret]" : item.Value, StringComparer.Ordinal)
        ?? ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>How a deployment ended.</summary>
internal sealed record DeploymentEnd(DeploymentOutcome Outcome, string? Failure);

/// <summary>What is known of a deployment however far it came.</summary>
internal sealed class ResultFacts
{
    public PulumiProject? Project { get; set; }

    public StackConfig? Config { get; set; }

    public TimeSpan Build { get; set; }

    public ImmutableArray<string> PolicyPacks { get; set; } = [];

    public ImmutableArray<PolicyRule> Rules { get; set; } = [];

    public PropertyMap Outputs { get; set; } = PropertyMap.Empty;

    /// <summary>What a destroy left because it is protected.</summary>
    public ImmutableArray<KeptResource> Protected { get; set; } = [];
}
