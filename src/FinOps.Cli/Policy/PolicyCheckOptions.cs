using System.CommandLine;
using FinOps.Cli.Deploy;
using FinOps.Cli.Local;
using FinOps.Core.Problems;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Listings;

namespace FinOps.Cli.Policy;

/// <summary>What is checked and by which packs: the options of every command that runs <see cref="PolicyCheck"/>.</summary>
internal sealed class PolicyCheckOptions
{
    private readonly Option<string?> _program = new("--program", "-p") { Description = "Folder of a Pulumi program, which is previewed (default: the one here, when neither --state nor --plan is given)." };
    private readonly Option<string?> _state = new("--state") { Description = "A state instead of a program: what 'pulumi stack export' writes, or .finops/state/PROJECT/STACK.json. Needs no program and no AWS." };
    private readonly Option<string?> _plan = new("--plan") { Description = "A preview instead of a program: what 'pulumi preview --json --show-sames' writes. Needs no program and no AWS." };
    private readonly Option<string> _stack = new("--stack", "-s") { Description = "Name of the stack; Pulumi.STACK.yaml holds its config. A state or a plan names its own.", DefaultValueFactory = _ => "dev" };

    public PackOptions Packs { get; } = new();

    public AwsOptions Aws { get; } = new();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _program, _state, _plan })
        {
            command.Add(option);
        }

        Packs.AddTo(command);
        command.Add(_stack);
        Aws.AddTo(command);
    }

    public string Stack(ParseResult parsed) => parsed.GetValue(_stack)!;

    public string Program(ParseResult parsed) => parsed.GetValue(_program) ?? ".";

    /// <summary>The file to read, or null to preview the program.</summary>
    public ResourceListing? Listing(ParseResult parsed) =>
        parsed.GetValue(_state) is { } state ? new ResourceListing(ListingKind.State, state)
        : parsed.GetValue(_plan) is { } plan ? new ResourceListing(ListingKind.Plan, plan)
        : null;

    /// <exception cref="ProblemException">FIN1110: more than one source, or no pack; FIN1002: configs without a pack.</exception>
    public IReadOnlyList<PolicyPackRequest> Verify(ParseResult parsed)
    {
        var problems = new List<Problem>();
        var sources = new Option<string?>[] { _program, _state, _plan }.Where(option => parsed.GetValue(option) is not null).Select(option => option.Name).ToList();
        if (sources.Count > 1)
        {
            problems.Add(new Problem("FIN1110", "command line", "source", string.Join(" and ", sources), "one of --program, --state and --plan", "Check them one after the other."));
        }

        var packs = Packs.Read(parsed);
        if (packs.Count == 0)
        {
            problems.Add(new Problem("FIN1110", "command line", "--policy-pack", "nothing, and no folder policies here", "the folder of a policy pack", "Name one: --policy-pack policies."));
        }

        return problems.Count == 0 ? packs : throw new ProblemException(problems);
    }
}
