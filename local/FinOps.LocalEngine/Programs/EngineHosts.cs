using System.Collections.Immutable;
using FinOps.LocalEngine.Policies;

namespace FinOps.LocalEngine.Programs;

/// <summary>Who runs programs and packs of a runtime; tests put theirs in place.</summary>
/// <param name="Program">By the name of the runtime, <c>dotnet</c> or <c>nodejs</c>.</param>
internal sealed record EngineHosts(Func<string, IProgramHost> Program, Func<string, IPolicyPackHost> Pack)
{
    /// <param name="built">See <see cref="DotnetBuilds"/>.</param>
    public static EngineHosts Processes(ImmutableDictionary<string, string> built)
    {
        var builds = new DotnetBuilds(built);
        return new EngineHosts(
            runtime => runtime == "nodejs" ? new NodejsProgramHost() : new DotnetProgramHost(builds),
            runtime => runtime == "nodejs" ? new NodejsPolicyPackHost() : new DotnetPolicyPackHost(builds));
    }
}
