namespace Pulumi.Policy;

/// <summary>The pack or its configuration is wrong; nothing may be deployed past it.</summary>
/// <param name="id">The FIN#### id; docs/errors has a page of that name.</param>
/// <param name="message">Every mistake, one a line.</param>
public sealed class PolicyPackException(string id, string message, Exception? inner = null) : Exception($"{id} {message}", inner)
{
    public string Id { get; } = id;
}
