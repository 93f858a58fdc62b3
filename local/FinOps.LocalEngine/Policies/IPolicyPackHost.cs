namespace FinOps.LocalEngine.Policies;

/// <summary>Knows how policy packs of one runtime are built and started.</summary>
internal interface IPolicyPackHost
{
    bool NeedsBuild(PolicyPackProject pack);

    Task BuildAsync(PolicyPackProject pack, CancellationToken cancellationToken);

    /// <exception cref="Problems.EngineException">FIN3040: it ended, or stayed silent, before it told its port.</exception>
    Task<IPolicyPackProcess> StartAsync(PolicyPackStart start, CancellationToken cancellationToken);
}

/// <summary>A pack that serves; disposing ends it.</summary>
internal interface IPolicyPackProcess : IAsyncDisposable
{
    /// <summary><c>127.0.0.1:port</c>.</summary>
    string Address { get; }
}

/// <param name="Output">Takes each line after the first that the pack prints.</param>
internal sealed record PolicyPackStart(PolicyPackProject Pack, string EngineAddress, PackRun Run, Action<string> Output);
