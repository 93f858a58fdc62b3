namespace Pulumi;

/// <summary>Stands for a resource of which only the URN is known, to depend on it.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn);
