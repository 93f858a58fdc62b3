using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Listings;
using FinOps.LocalEngine.Policies;
using FinOps.LocalEngine.Programs;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Secrets;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>A project in a folder of its own, deployed with programs, packs and providers of this process.</summary>
internal sealed class TestStack : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("engine-");
    private readonly Dictionary<string, IPolicyPackHost> _packs = new(StringComparer.Ordinal);
    private readonly List<PolicyPackRequest> _packRequests = [];

    public TestStack(string project = "demo", string runtime = "dotnet")
    {
        Project = project;
        Write("Pulumi.yaml", $"name: {project}\nruntime: {runtime}\n");
    }

    public string Project { get; }

    public TestWorld World { get; init; } = new();

    /// <summary>Providers beyond the test's own.</summary>
    public ImmutableArray<IProviderFactory> Further { get; init; } = [];

    public string Directory => _directory.FullName;

    public string StateFile => System.IO.Path.Combine(Directory, ".finops", "state", Project, "test.json");

    public string JournalFile => System.IO.Path.ChangeExtension(StateFile, ".journal");

    public Func<DeploymentRequest, DeploymentRequest> Request { get; set; } = request => request;

    public IDeploymentObserver Observer { get; set; } = SilentObserver.Instance;

    public JsonObject State => (JsonObject)JsonNode.Parse(File.ReadAllText(StateFile))!["deployment"]!;

    /// <summary>Names in the order of the state; those that wait for deletion end with an exclamation mark. Providers and the stack are left out.</summary>
    public IReadOnlyList<string> Names => State["resources"]!.AsArray()
        .Where(item => !((string)item!["type"]!).StartsWith("pulumi:", StringComparison.Ordinal))
        .Select(item => ((string)item!["urn"]!).Split("::")[3] + ((bool?)item["delete"] == true ? "!" : ""))
        .ToList();

    public string Urn(string name, string type = TestProgram.Thing) => $"urn:pulumi:test::{Project}::{type}::{name}";

    public string Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Directory, file);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Add(TestPack pack, string? config = null)
    {
        var name = $"pack{_packs.Count}";
        Write($"{name}/PulumiPolicy.yaml", "runtime: dotnet\n");
        _packs[System.IO.Path.Combine(Directory, name)] = pack;
        _packRequests.Add(new PolicyPackRequest(System.IO.Path.Combine(Directory, name), config is null ? null : Write($"{name}.json", config)));
    }

    public void RemovePacks()
    {
        _packs.Clear();
        _packRequests.Clear();
    }

    public Task<DeploymentResult> UpAsync(Func<TestProgram, Task> program) => RunAsync(DeploymentOperation.Up, program);

    public Task<DeploymentResult> PreviewAsync(Func<TestProgram, Task> program) => RunAsync(DeploymentOperation.Preview, program);

    public Task<DeploymentResult> RunAsync(DeploymentOperation operation, Func<TestProgram, Task>? program = null, CancellationToken cancellationToken = default) =>
        RunAsync(operation, new InProcessProgramHost(async test =>
        {
            await (program?.Invoke(test) ?? Task.CompletedTask);
            return null;
        }), cancellationToken);

    public Task<DeploymentResult> UpWithOutputsAsync(Func<TestProgram, Task<PropertyMap?>> program) => RunAsync(DeploymentOperation.Up, new InProcessProgramHost(program));

    public Task<DeploymentResult> RunAsync(DeploymentOperation operation, IProgramHost host, CancellationToken cancellationToken = default) =>
        LocalDeployment.RunAsync(
            Request(new DeploymentRequest
            {
                Operation = operation,
                ProgramDirectory = Directory,
                StackName = "test",
                PolicyPacks = [.. _packRequests],
                Passphrase = PassphraseSource.Text("correct horse"),
            }),
            [World, new SimpleProviderFactory(), .. Further],
            Observer,
            TimeProvider.System,
            new EngineHosts(_ => host, _ => new PackSwitch(_packs)),
            cancellationToken);

    public Task<ListingVerdict> JudgeAsync(ResourceListing listing) => ListingAnalysis.RunAsync(
        new ListingRequest { Listing = listing, PolicyPacks = [.. _packRequests], WorkingDirectory = Directory },
        Observer, TimeProvider.System, new EngineHosts(_ => throw new InvalidOperationException("a listing runs no program"), _ => new PackSwitch(_packs)), CancellationToken.None);

    public void Dispose() => _directory.Delete(recursive: true);

    private sealed class PackSwitch(Dictionary<string, IPolicyPackHost> packs) : IPolicyPackHost
    {
        public bool NeedsBuild(PolicyPackProject pack) => false;

        public Task BuildAsync(PolicyPackProject pack, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IPolicyPackProcess> StartAsync(PolicyPackStart start, CancellationToken cancellationToken) => packs[start.Pack.Directory].StartAsync(start, cancellationToken);
    }
}
