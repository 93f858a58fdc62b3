namespace Pulumi.Aws;

/// <param name="Token">For example <c>aws:s3/bucket:Bucket</c>.</param>
/// <param name="Shape">What the input <c>tags</c> looks like.</param>
/// <param name="Deprecated">The provider deprecates the whole type.</param>
public sealed record TaggableType(string Token, TagShape Shape, bool Deprecated);
