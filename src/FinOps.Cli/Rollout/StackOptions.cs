using System.CommandLine;

namespace FinOps.Cli.Rollout;

/// <summary>Which stack's config is read and changed.</summary>
internal sealed class StackOptions
{
    private readonly Option<string> _stack = new("--stack", "-s") { Description = "Name of the stack; Pulumi.STACK.yaml holds its waves.", DefaultValueFactory = _ => "dev" };
    private readonly Option<string> _folder = new("--folder") { Description = "Folder of the stack's config file.", DefaultValueFactory = _ => "." };

    public void AddTo(Command command)
    {
        command.Add(_stack);
        command.Add(_folder);
    }

    public StackFileOnDisk File(ParseResult parsed) => new(parsed.GetValue(_folder)!, parsed.GetValue(_stack)!);
}
