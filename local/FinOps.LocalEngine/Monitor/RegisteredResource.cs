using System.Collections.Immutable;
using FinOps.LocalEngine.Policies;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Monitor;

/// <summary>A resource that the program has registered in this run.</summary>
internal sealed class RegisteredResource(ResourceGoal goal)
{
    private int _outputsRegistered;

    public ResourceGoal Goal { get; } = goal;

    /// <summary>Null until its step has finished.</summary>
    public ResourceState? State { get; set; }

    /// <summary>Its entry in the stack's state; null in previews of a create.</summary>
    public long? Key { get; set; }

    /// <summary>The entry of the old half of its replacement, which goes at the end; null for none.</summary>
    public long? Replaced { get; set; }

    /// <summary>The URN under which an alias found it; null when that is its own.</summary>
    public string? OldUrn { get; set; }

    /// <summary>Provider references by package that its children inherit.</summary>
    public ImmutableDictionary<string, string> Providers { get; set; } = goal.Providers;

    public PolicySubject Subject { get; set; } = new(goal, null);

    /// <returns>False the second time.</returns>
    public bool TakeOutputs() => Interlocked.Exchange(ref _outputsRegistered, 1) == 0;
}
