using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc.Values;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Properties as tests see and give them.</summary>
internal static class MockValues
{
    public static OutputData<object?> Read(PropertyValue value) => PropertyReader.Read<object?>(value, [], static _ => { });

    public static ImmutableDictionary<string, object> Read(Struct? properties)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in PropertyCodec.FromStruct(properties))
        {
            if (Read(value) is { IsKnown: true, Value: { } known })
            {
                result[key] = known;
            }
        }

        return result.ToImmutable();
    }

    /// <exception cref="RunException">The mock gave neither a dictionary nor an object with members.</exception>
    public static async Task<Struct> WriteAsync(object? state) =>
        state is null ? new Struct()
        : await new PropertyWriter(keepResources: true).WriteAsync("state", state) is ObjectValue { Map: var map } ? PropertyCodec.ToStruct(map)
        : throw new RunException($"a mock gave a {state.GetType()} where a dictionary of properties is expected");
}
