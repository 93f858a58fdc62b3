using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Values;

/// <summary>A policy read a value that only an update will tell. The host reports it as an advisory and goes on with the next policy.</summary>
public sealed class UnknownValueException(UnknownKind kind, string path) : Exception($"{Name(kind)} value at {path} can't be known during preview")
{
    public string Path { get; } = path;

    /// <summary>The words of the Node.js SDK, so that people and tests find the same text whatever the pack is written in.</summary>
    private static string Name(UnknownKind kind) => kind switch
    {
        UnknownKind.Bool => "boolean",
        UnknownKind.Number => "number",
        UnknownKind.Array => "Array",
        UnknownKind.Asset => "asset",
        UnknownKind.Archive => "archive",
        UnknownKind.Object => "Object",
        _ => "string",
    };
}
