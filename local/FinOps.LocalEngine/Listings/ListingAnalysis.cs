using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Monitor;
using FinOps.LocalEngine.Policies;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Programs;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc;

namespace FinOps.LocalEngine.Listings;

/// <summary>What packs say about listed resources.</summary>
/// <param name="PolicyPacks">Those that judged, as <c>name version</c>.</param>
/// <param name="Resources">How many were judged.</param>
public sealed record ListingVerdict(
    string Project,
    string Stack,
    int Resources,
    ImmutableArray<string> PolicyPacks,
    ImmutableArray<PolicyRule> Rules,
    ImmutableArray<PolicyViolation> Violations,
    ImmutableArray<DeploymentDiagnostic> Diagnostics)
{
    /// <summary>Where the program made each resource, by URN, as far as the file tells.</summary>
    public ImmutableDictionary<string, string> Positions { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>
/// Lets policy packs judge resources that a file lists, as they would in a deployment but without its program, its providers and the cloud.
/// Nothing is remediated: what the file says is what is judged.
/// </summary>
public static class ListingAnalysis
{
    /// <summary>How many resources packs judge at once, as a deployment would.</summary>
    private const int Parallel = 16;

    /// <exception cref="EngineException">FIN3040 to FIN3044: a pack cannot be used; FIN3070: the file cannot.</exception>
    public static Task<ListingVerdict> RunAsync(ListingRequest request, IDeploymentObserver observer, TimeProvider time, CancellationToken cancellationToken) =>
        RunAsync(request, observer, time, EngineHosts.Processes(request.Built), cancellationToken);

    internal static async Task<ListingVerdict> RunAsync(
        ListingRequest request, IDeploymentObserver observer, TimeProvider time, EngineHosts hosts, CancellationToken cancellationToken)
    {
        var listed = ListingReader.Read(request.Listing);
        var stack = listed.Stack.Length > 0 ? listed.Stack : request.StackName;
        var recorder = new Recorder(observer);
        var run = new PackRun(
            request.PolicyPacks, request.WorkingDirectory, request.Organization, listed.Project, stack, DryRun: true, listed.Config,
            ImmutableSortedDictionary<string, string>.Empty, request.Environment, recorder, time, cancellationToken);
        var loader = new PolicyPackLoader(run, hosts);
        await loader.BuildAsync();
        await using var engine = await RpcServer.StartAsync(new EngineService(recorder).Register, cancellationToken);
        var packs = new List<PolicyPack>();
        try
        {
            await loader.StartAsync(engine.Address, packs);
            await JudgeAsync(new PolicyGate([.. packs], recorder, Urn.OfStack(stack, listed.Project)), listed.Resources, cancellationToken);
            return new ListingVerdict(
                listed.Project, stack, listed.Resources.Length, [.. packs.Select(pack => pack.Label)], [.. packs.SelectMany(pack => pack.Rules)], recorder.Violations, recorder.Diagnostics)
            {
                Positions = listed.Resources.ToImmutableDictionary(resource => resource.Urn, resource => resource.SourcePosition),
            };
        }
        catch (PolicyConfigException e)
        {
            throw new EngineException([.. recorder.Diagnostics.Select(diagnostic => diagnostic.Problem).OfType<EngineProblem>()], e);
        }
        finally
        {
            foreach (var pack in packs)
            {
                await pack.DisposeAsync();
            }
        }
    }

    private static async Task JudgeAsync(PolicyGate gate, ImmutableArray<ResourceState> resources, CancellationToken cancellationToken)
    {
        var providers = resources.Where(resource => Urn.IsProvider(resource.Type)).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var subjects = resources.Select(resource => (Subject: Subject(resource, providers), State: resource with
        {
            // A preview knows no outputs of what is still to be made; its inputs are the best that is known.
            Outputs = resource.Outputs.Count == 0 ? resource.Inputs : resource.Outputs,
        })).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        // What was read and is not managed is no resource of the stack to judge, only one to know of.
        await System.Threading.Tasks.Parallel.ForEachAsync(subjects.Where(item => !item.State.External), options, async (item, token) =>
            await gate.AnalyzeAsync(item.Subject, item.State.Inputs, token));
        await gate.AnalyzeStackAsync(subjects, cancellationToken);
    }

    private static PolicySubject Subject(ResourceState state, Dictionary<string, ResourceState> providers) => new(
        new ResourceGoal
        {
            Urn = state.Urn,
            Type = state.Type,
            Name = Urn.Name(state.Urn),
            Parent = state.Parent,
            Custom = state.Custom,
            Protect = state.Protect,
            IgnoreChanges = state.IgnoreChanges,
            AdditionalSecretOutputs = state.AdditionalSecretOutputs,
            CustomTimeouts = state.CustomTimeouts,
            SourcePosition = state.SourcePosition,
        },
        state.Provider.Length == 0 ? null : providers.GetValueOrDefault(ProviderReference.Parse(state.Provider).Urn));
}
