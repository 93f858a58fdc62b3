using System.CommandLine;
using FinOps.Core.Problems;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Deploy;

/// <summary>The policy packs of a command and their configs.</summary>
internal sealed class PackOptions
{
    private readonly Option<string[]> _packs = new("--policy-pack") { Description = "Folder of a policy pack; repeatable. Default: the folder policies, where there is one.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _configs = new("--policy-pack-config") { Description = "JSON config of the packs, in their order; repeatable.", AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command command)
    {
        command.Add(_packs);
        command.Add(_configs);
    }

    /// <param name="withDefault">Whether the folder policies is taken when the command line names no pack.</param>
    /// <exception cref="ProblemException">FIN1002: more configs than packs, or a config without a pack.</exception>
    public List<PolicyPackRequest> Read(ParseResult parsed, bool withDefault = true)
    {
        var configs = parsed.GetValue(_configs) ?? [];
        var folders = parsed.GetValue(_packs) is { Length: > 0 } given ? given
            : withDefault && File.Exists(Path.Combine("policies", "PulumiPolicy.yaml")) ? ["policies"]
            : [];
        return configs.Length <= folders.Length
            ? [.. folders.Select((folder, index) => new PolicyPackRequest(Path.GetFullPath(folder), configs.ElementAtOrDefault(index) is { } file ? Path.GetFullPath(file) : null))]
            : throw new ProblemException([new("FIN1002", "command line", "--policy-pack-config", $"{configs.Length} configs for {folders.Length} packs", "at most one config for each --policy-pack, in their order", "Name the pack that each config belongs to.")]);
    }
}
