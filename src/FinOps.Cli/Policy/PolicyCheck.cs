using System.Collections.Immutable;
using System.CommandLine;
using FinOps.Cli.Deploy;
using FinOps.Core.Problems;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Listings;
using FinOps.LocalEngine.Providers.Aws;
using Spectre.Console;

namespace FinOps.Cli.Policy;

/// <summary>Runs policy packs over a program, a state or a plan. Changes nothing; says what it is doing on standard error.</summary>
internal sealed class PolicyCheck(CliContext context, PolicyCheckOptions options, ParseResult parsed)
{
    /// <exception cref="ProblemException">FIN1002, FIN1110: the command line; FIN1111: what is checked could not be run to its end, so nothing is known of it.</exception>
    /// <exception cref="FinOps.LocalEngine.Problems.EngineException">FIN3040 to FIN3044: a pack cannot be used; FIN3070: the file cannot.</exception>
    public async Task<PolicyCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        var packs = options.Verify(parsed);
        return options.Listing(parsed) is { } listing
            ? await JudgeAsync(listing, packs, cancellationToken)
            : await PreviewAsync(options.Program(parsed), packs, cancellationToken);
    }

    private async Task<PolicyCheckReport> PreviewAsync(string program, IReadOnlyList<PolicyPackRequest> packs, CancellationToken cancellationToken)
    {
        await using var aws = await options.Aws.OpenAsync(parsed, context.Time, cancellationToken);
        var folder = Path.GetFullPath(program);
        var request = new DeploymentRequest
        {
            Operation = DeploymentOperation.Preview,
            ProgramDirectory = folder,
            StackName = options.Stack(parsed),
            StateDirectory = Path.GetFullPath(Path.Combine(options.Aws.DataFolder(parsed), "state")),
            PolicyPacks = [.. packs],
            Built = BuiltProjects.Read(),
            Environment = (await aws.VariablesAsync()).ToImmutableSortedDictionary(),
        };
        DeploymentResult result;
        await using (var progress = DeployProgress.Start(context.Error))
        {
            result = await LocalDeployment.RunAsync(request, [new AwsProviderFactory(aws.Endpoint!, aws.Credentials, aws.Region, context.Time)], progress, context.Time, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfIncomplete(result.Diagnostics, result.Outcome == DeploymentOutcome.Failed, program);
        var states = result.Steps.Select(step => step.NewState).OfType<FinOps.LocalEngine.State.ResourceState>().ToLookup(state => state.Urn, state => state.SourcePosition);
        var sources = SourceRoot.Of(folder);
        var findings = PolicyFindings.Of(result.Violations, result.Rules, sources, urn => states[urn].FirstOrDefault(""));
        return new PolicyCheckReport($"program {program}", result.Project, result.Stack, states.Count, result.PolicyPacks, result.Rules, findings) { ProjectFile = sources.ProjectFile };
    }

    private async Task<PolicyCheckReport> JudgeAsync(ResourceListing listing, IReadOnlyList<PolicyPackRequest> packs, CancellationToken cancellationToken)
    {
        var request = new ListingRequest
        {
            Listing = listing,
            PolicyPacks = [.. packs],
            StackName = options.Stack(parsed),
            Built = BuiltProjects.Read(),
            WorkingDirectory = Path.GetFullPath("."),
        };
        ListingVerdict verdict;
        await using (var progress = DeployProgress.Start(context.Error))
        {
            verdict = await ListingAnalysis.RunAsync(request, progress, context.Time, cancellationToken);
        }

        ThrowIfIncomplete(verdict.Diagnostics, failed: false, listing.File);
        var sources = SourceRoot.Of(".");
        var findings = PolicyFindings.Of(verdict.Violations, verdict.Rules, sources, urn => verdict.Positions.GetValueOrDefault(urn, ""));
        return new PolicyCheckReport($"{(listing.Kind == ListingKind.State ? "state" : "plan")} {listing.File}", verdict.Project, verdict.Stack, verdict.Resources, verdict.PolicyPacks, verdict.Rules, findings) { ProjectFile = sources.ProjectFile };
    }

    /// <summary>A report of half a program would read as if the other half were in order.</summary>
    private void ThrowIfIncomplete(IEnumerable<DeploymentDiagnostic> diagnostics, bool failed, string what)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var error in errors)
        {
            context.Error.WriteLine(error.Message.TrimEnd());
        }

        if (failed || errors.Count > 0)
        {
            throw new ProblemException([new Problem("FIN1111", what, "check", $"{errors.Count} error{(errors.Count == 1 ? "" : "s")} before its end, listed above", "a program and packs that run to their end", "Mend them first; no report was written.")]);
        }
    }
}
