using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function that the program called.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    /// <summary>Of the same kinds as <see cref="MockResourceArgs.Inputs"/>.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    public string? Provider { get; set; }
}
