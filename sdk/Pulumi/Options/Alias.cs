namespace Pulumi;

/// <summary>A former identity of a resource: a whole URN, or the parts of it that differ from today's.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    /// <summary>The resource used to have no parent.</summary>
    public bool NoParent { get; set; }
}
