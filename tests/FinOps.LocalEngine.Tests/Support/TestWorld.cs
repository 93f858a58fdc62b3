using System.Collections.Concurrent;
using FinOps.LocalEngine.Providers;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Support;

/// <summary>What exists outside of any state: resources by id, and every call that providers got, in order.</summary>
public sealed class TestWorld : IProviderFactory
{
    private readonly ConcurrentQueue<string> _calls = [];
    private int _ids;

    public string Package { get; init; } = "test";

    public ConcurrentDictionary<string, (string Urn, PropertyMap Inputs)> Existing { get; } = new(StringComparer.Ordinal);

    /// <summary>For example <c>create a</c>; previews and checks are not among them.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Runs inside each create, update and delete before it takes effect.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs after the effect and before the answer, where a killed process never hears of what it did.</summary>
    public Func<string, CancellationToken, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    public PropertyMap? LastConfiguration { get; private set; }

    public (ILocalProvider? Provider, IReadOnlyList<CheckFailure> Failures) Create(PropertyMap configuration, string programDirectory)
    {
        LastConfiguration = configuration;
        return configuration.Text("region") == "nowhere" ? (null, [new CheckFailure("region", "'nowhere'")]) : (new TestProvider(this), []);
    }

    public void ForgetCalls() => _calls.Clear();

    internal string NextId(string name) => $"{name}-{Interlocked.Increment(ref _ids)}";

    internal async Task ActAsync(string call, Action effect, CancellationToken cancellationToken)
    {
        await Before(call, cancellationToken);
        _calls.Enqueue(call);
        effect();
        await After(call, cancellationToken);
    }
}
