using Pulumi.Policy.Typed;
using Pulumi.Policy.Values;

namespace Pulumi.Policy;

/// <summary>A resource as the engine shows it to policies.</summary>
public record PolicyResource(string Urn, string Type, string Name, PolicyResourceOptions Options, PolicyProvider? Provider)
{
    /// <summary>Checked inputs when one resource is judged, outputs when a stack is. Reading an unknown value ends the policy with an advisory.</summary>
    public required PolicyValue Properties { get; init; }

    /// <summary>The properties as a typed view; null when the resource is of another type.</summary>
    public T? As<T>()
        where T : struct, IResourceView<T> => Type == T.ResourceType ? T.Of(Properties) : null;
}
