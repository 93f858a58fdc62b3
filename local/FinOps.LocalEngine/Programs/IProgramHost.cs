using System.Collections.Immutable;
using FinOps.LocalEngine.Projects;

namespace FinOps.LocalEngine.Programs;

/// <summary>Knows how programs of one runtime are built and run.</summary>
internal interface IProgramHost
{
    bool NeedsBuild(ProgramStart start);

    /// <exception cref="Problems.EngineException">FIN3020, FIN3021, FIN3022.</exception>
    Task BuildAsync(ProgramStart start, CancellationToken cancellationToken);

    /// <summary>Runs to the end; a cancelled run is killed with everything it started.</summary>
    /// <returns>The exit code: 0 success, 32 a failure that the program has reported itself.</returns>
    Task<int> RunAsync(ProgramStart start, EngineAddresses addresses, CancellationToken cancellationToken);
}

/// <param name="Output">Takes each line that the program prints.</param>
internal sealed record ProgramStart(
    PulumiProject Project,
    StackConfig Config,
    string Organization,
    string Stack,
    bool DryRun,
    int Parallel,
    ImmutableSortedDictionary<string, string> Environment,
    Action<string> Output);

/// <summary>Where the engine listens, each <c>127.0.0.1:port</c>.</summary>
internal sealed record EngineAddresses(string Monitor, string Engine);
