using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi.Testing;

namespace FinOps.Infra.Tests.Stack;

/// <summary>A resource that was registered, and the part that it belongs to.</summary>
internal sealed record Registration(string Part, MockResourceArgs Resource)
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line: type, name and inputs, their keys in order.</summary>
    public override string ToString() => $"{Resource.Type} {Resource.Name} {JsonSerializer.Serialize(Sorted(Resource.Inputs), _readable)}";

    private static object? Sorted(object? value) => value switch
    {
        IDictionary<string, object> map => new SortedDictionary<string, object?>(map.ToDictionary(item => item.Key, item => Sorted(item.Value)), StringComparer.Ordinal),
        IEnumerable<object> list => list.Select(Sorted).ToList(),
        Pulumi.Archive => "(archive)",
        _ => value,
    };
}
