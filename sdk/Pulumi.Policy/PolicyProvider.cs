using Pulumi.Policy.Values;

namespace Pulumi.Policy;

/// <summary>The provider of a resource, a default one included.</summary>
/// <param name="Properties">Its inputs. Values that are not text come JSON-encoded as text.</param>
public sealed record PolicyProvider(string Urn, string Type, string Name, PolicyValue Properties);
