using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers;

/// <summary>A mistake in one property; <paramref name="Property"/> is a path such as <c>rules[0].value</c>, empty for the whole resource.</summary>
public sealed record CheckFailure(string Property, string Reason);

/// <param name="Seed">Same for the same URN, so that a generated name is the same in preview and update.</param>
public sealed record CheckRequest(string Urn, string Type, string Name, PropertyMap? OldInputs, PropertyMap NewInputs, string Seed);

public sealed record CheckResult(PropertyMap Inputs, ImmutableArray<CheckFailure> Failures)
{
    public static CheckResult Ok(PropertyMap inputs) => new(inputs, []);
}

public sealed record DiffRequest(string Urn, string Type, string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs);

/// <param name="Changed">Top-level input names that differ; empty means no change.</param>
/// <param name="Replaces">Those of them that cannot be changed in place.</param>
/// <param name="DeleteBeforeReplace">True when old and new cannot exist side by side (for example an explicit unique name).</param>
public sealed record DiffResult(ImmutableArray<string> Changed, ImmutableArray<string> Replaces, bool DeleteBeforeReplace);

public sealed record CreateRequest(string Urn, string Type, string Name, PropertyMap Inputs, bool Preview);

public sealed record UpdateRequest(string Urn, string Type, string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs, bool Preview);

public sealed record DeleteRequest(string Urn, string Type, string Id, PropertyMap Inputs, PropertyMap Outputs);

/// <param name="Inputs">As the state has them; empty where the program asks for a resource that is not its own.</param>
/// <param name="Outputs">As the state has them; empty likewise.</param>
public sealed record ReadRequest(string Urn, string Type, string Id, PropertyMap Inputs, PropertyMap Outputs);

/// <param name="Id">Never empty after a real create or update.</param>
/// <param name="Outputs">Every known output, inputs echoed; an output that only an update will tell is absent in preview.</param>
/// <param name="Inputs">The live inputs, given by reads only: those of the request, where the live resource differs its value.</param>
public sealed record ApplyResult(string Id, PropertyMap Outputs, PropertyMap? Inputs = null)
{
    /// <summary>Of a read: the provider has nothing real to look at, so what it gives is the state again.</summary>
    public bool FromStateOnly { get; init; }
}

public sealed record InvokeResult(PropertyMap Return, ImmutableArray<CheckFailure> Failures)
{
    public static InvokeResult Ok(PropertyMap result) => new(result, []);
}
