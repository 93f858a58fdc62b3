namespace Pulumi;

/// <summary>Looks at a resource before it is registered; null leaves it as it is.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
