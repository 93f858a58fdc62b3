using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that the program made.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>What is known and not null: secrets in clear, numbers as double, lists as <c>ImmutableArray&lt;object?&gt;</c>, maps as <c>ImmutableDictionary&lt;string, object?&gt;</c>.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary><c>urn::id</c> of the provider, or empty.</summary>
    public string? Provider { get; set; }

    /// <summary>Of a resource that is read or imported.</summary>
    public string? Id { get; set; }
}
