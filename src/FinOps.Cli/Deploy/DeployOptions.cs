using System.Collections.Immutable;
using System.CommandLine;
using FinOps.Cli.Local;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Deploy;

/// <summary>What up, preview, destroy and refresh have in common on the command line.</summary>
internal sealed class DeployOptions
{
    private readonly Option<string> _program = new("--program", "-p") { Description = "Folder of the Pulumi program (Pulumi.yaml there or above).", DefaultValueFactory = _ => "." };
    private readonly Option<string[]> _packs = new("--policy-pack") { Description = "Folder of a policy pack; repeatable. Default: the folder policies, where there is one.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _packConfigs = new("--policy-pack-config") { Description = "JSON config of the packs, in their order; repeatable.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _noPack = new("--no-policy-pack") { Description = "Run without any policy pack." };
    private readonly Option<string> _stack = new("--stack", "-s") { Description = "Name of the stack; Pulumi.STACK.yaml holds its config.", DefaultValueFactory = _ => "dev" };
    private readonly Option<string?> _state = new("--state") { Description = "Folder of the state files (default: state in the data folder)." };
    private readonly Option<string?> _json = new("--json") { Description = "Also write the result to this file, in the shape of 'pulumi preview --json'; - for standard output." };
    private readonly Option<int> _parallel = new("--parallel") { Description = "How many resources are worked on at once.", DefaultValueFactory = _ => 16 };
    private readonly Option<string> _data = CommonOptions.Folder();
    private readonly OrganizationOptions _organization = new();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _program, _packs, _packConfigs, _noPack, _stack, _state, _json, _parallel, _data })
        {
            command.Add(option);
        }

        _organization.AddTo(command);
    }

    public string DataFolder(ParseResult parsed) => parsed.GetValue(_data)!;

    public string? JsonFile(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The AWS that AWS_ENDPOINT_URL names, or else an embedded one for as long as the command runs.</summary>
    public async Task<AwsSession> OpenAwsAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken)
    {
        if (AwsSession.FromEnvironment() is { } given)
        {
            return given;
        }

        var folder = DataFolder(parsed);
        return await AwsSession.StartEmbeddedAsync(folder, _organization.Read(parsed, AwsSession.DataDirectory(folder), time), time, port: 0, cancellationToken);
    }

    public DeploymentRequest Request(ParseResult parsed, DeploymentOperation operation, IReadOnlyDictionary<string, string> environment)
    {
        var program = Path.GetFullPath(parsed.GetValue(_program)!);
        var packs = Packs(parsed);
        return new DeploymentRequest
        {
            Operation = operation,
            ProgramDirectory = program,
            StackName = parsed.GetValue(_stack)!,
            StateDirectory = Path.GetFullPath(parsed.GetValue(_state) ?? Path.Combine(DataFolder(parsed), "state")),
            PolicyPacks = [.. packs],
            SkipBuild = IsBuilt(program) && packs.All(pack => IsBuilt(Path.GetDirectoryName(pack.Directory)!)),
            Parallel = parsed.GetValue(_parallel),
            Environment = environment.ToImmutableSortedDictionary(),
        };
    }

    /// <exception cref="Core.Problems.ProblemException">FIN1002: more configs than packs, or a config without a pack.</exception>
    private List<PolicyPackRequest> Packs(ParseResult parsed)
    {
        var configs = parsed.GetValue(_packConfigs) ?? [];
        var folders = parsed.GetValue(_packs) is { Length: > 0 } given ? given
            : !parsed.GetValue(_noPack) && File.Exists(Path.Combine("policies", "PulumiPolicy.yaml")) ? ["policies"]
            : [];
        return configs.Length <= folders.Length
            ? [.. folders.Select((folder, index) => new PolicyPackRequest(Path.GetFullPath(folder), configs.ElementAtOrDefault(index) is { } file ? Path.GetFullPath(file) : null))]
            : throw new Core.Problems.ProblemException([new("FIN1002", "command line", "--policy-pack-config", $"{configs.Length} configs for {folders.Length} packs", "at most one config for each --policy-pack, in their order", "Name the pack that each config belongs to.")]);
    }

    /// <summary>The finops script has just built its own program and pack; asking MSBuild again would take seconds.</summary>
    private static bool IsBuilt(string folder) =>
        Environment.GetEnvironmentVariable("FINOPS_BUILT") is { Length: > 0 } root && Path.GetFullPath(root) == Path.GetFullPath(folder);
}
