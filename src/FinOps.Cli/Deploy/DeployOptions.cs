using System.Collections.Immutable;
using System.CommandLine;
using FinOps.Cli.Local;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Deploy;

/// <summary>What up, preview, destroy and refresh have in common on the command line.</summary>
internal sealed class DeployOptions
{
    private readonly Option<string> _program = new("--program", "-p") { Description = "Folder of the Pulumi program (Pulumi.yaml there or above).", DefaultValueFactory = _ => "." };
    private readonly Option<bool> _noPack = new("--no-policy-pack") { Description = "Run without any policy pack." };
    private readonly Option<string> _stack = new("--stack", "-s") { Description = "Name of the stack; Pulumi.STACK.yaml holds its config.", DefaultValueFactory = _ => "dev" };
    private readonly Option<string?> _state = new("--state") { Description = "Folder of the state files (default: state in the data folder)." };
    private readonly Option<string?> _json = new("--json") { Description = "Also write the result to this file, in the shape of 'pulumi preview --json'; - for standard output." };
    private readonly Option<int> _parallel = new("--parallel") { Description = "How many resources are worked on at once.", DefaultValueFactory = _ => 16 };
    private readonly PackOptions _packs = new();
    private readonly AwsOptions _aws = new();

    public void AddTo(Command command)
    {
        command.Add(_program);
        _packs.AddTo(command);
        foreach (var option in new Option[] { _noPack, _stack, _state, _json, _parallel })
        {
            command.Add(option);
        }

        _aws.AddTo(command);
    }

    public string DataFolder(ParseResult parsed) => _aws.DataFolder(parsed);

    public string? JsonFile(ParseResult parsed) => parsed.GetValue(_json);

    public Task<AwsSession> OpenAwsAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken) => _aws.OpenAsync(parsed, time, cancellationToken);

    public DeploymentRequest Request(ParseResult parsed, DeploymentOperation operation, IReadOnlyDictionary<string, string> environment)
    {
        var program = Path.GetFullPath(parsed.GetValue(_program)!);
        var packs = _packs.Read(parsed, withDefault: !parsed.GetValue(_noPack));
        return new DeploymentRequest
        {
            Operation = operation,
            ProgramDirectory = program,
            StackName = parsed.GetValue(_stack)!,
            StateDirectory = Path.GetFullPath(parsed.GetValue(_state) ?? Path.Combine(DataFolder(parsed), "state")),
            PolicyPacks = [.. packs],
            Built = BuiltProjects.Read(),
            Parallel = parsed.GetValue(_parallel),
            Environment = environment.ToImmutableSortedDictionary(),
        };
    }
}
