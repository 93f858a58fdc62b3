using Pulumi.Policy.Values;

namespace Pulumi.Policy.Typed;

/// <summary>
/// A resource type with its properties as plain C# values, read from what the engine sent when they are asked for. Reading a value
/// that is not known yet throws <see cref="UnknownValueException"/>, which becomes an advisory that names it.
/// </summary>
public interface IResourceView<TSelf>
    where TSelf : struct, IResourceView<TSelf>
{
    /// <summary>For example <c>aws:s3/bucket:Bucket</c>.</summary>
    static abstract string ResourceType { get; }

    static abstract TSelf Of(PolicyValue properties);
}
