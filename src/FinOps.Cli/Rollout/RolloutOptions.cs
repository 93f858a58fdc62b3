using System.CommandLine;
using System.CommandLine.Parsing;
using FinOps.Cli.Local;
using FinOps.Core.Tagging;

namespace FinOps.Cli.Rollout;

/// <summary>Which stack, which evidence, which organization: the options of the commands that make a plan.</summary>
internal sealed class RolloutOptions
{
    private readonly StackOptions _stack = new();
    private readonly Option<string?> _events = new("--events") { Description = "CloudTrail's files, or what 'aws cloudtrail lookup-events' printed: one .json or .json.gz, or a folder of them." };
    private readonly Option<string> _standard = new("--standard") { Description = "The tag standard.", DefaultValueFactory = _ => TagStandard.FileName };
    private readonly AwsTarget _target = new();

    public void AddTo(Command command)
    {
        _stack.AddTo(command);
        command.Add(_events);
        command.Add(_standard);
        _target.AddTo(command);
    }

    public StackFileOnDisk File(ParseResult parsed) => _stack.File(parsed);

    public bool HasEvents(CommandResult result) => result.GetValue(_events) is not null;

    public string? Events(ParseResult parsed) => parsed.GetValue(_events);

    public TagStandard Standard(ParseResult parsed) => TagStandard.Load(parsed.GetValue(_standard)!);

    public Task<AwsSession> OpenAwsAsync(ParseResult parsed, TimeProvider time, CancellationToken cancellationToken) => _target.OpenAsync(parsed, time, cancellationToken);
}
