namespace Pulumi.Testing;

/// <summary>The deployment that a test pretends to be.</summary>
public class TestOptions
{
    /// <summary>Default <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Default <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Default <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>Default the current folder.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Default true: outputs that the mocks do not give are unknown.</summary>
    public bool? IsPreview { get; set; }
}
