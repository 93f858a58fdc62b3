using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Monitor;

/// <summary>What a program gets back: only what it said it understands, and in previews only what is known.</summary>
internal static class Answers
{
    public static RegisterResourceResponse To(RegisterResourceRequest request, ResourceState state) => new()
    {
        Urn = state.Urn,
        Id = state.Id,
        // Components answer with nothing: their outputs come from the program itself.
        Object = request.Custom ? Encode(state.Outputs, request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues) : new Struct(),
        Result = Result.Success,
    };

    public static Struct Encode(PropertyMap outputs, bool secrets, bool references, bool partialValues)
    {
        var map = secrets ? outputs : Lowering.Secrets(outputs);
        map = references ? map : Lowering.References(map);
        // An SDK that does not take partly known values treats what is missing as unknown.
        map = partialValues ? map : PropertyMap.Create(map.Where(item => !item.Value.ContainsUnknown()));
        return PropertyCodec.ToStruct(map);
    }
}
