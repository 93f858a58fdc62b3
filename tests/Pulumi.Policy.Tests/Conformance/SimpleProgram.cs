using Pulumi.Rpc.Values;
using Pulumirpc;

namespace Pulumi.Policy.Tests.Conformance;

/// <summary>What a program registers, in order, given its stack configuration. Names stand for URNs; the engine fills those in.</summary>
internal sealed record SimpleProgram(Func<RunInput, IReadOnlyList<AnalyzerResource>> Resources)
{
    public static SimpleProgram Of(params (string Name, bool Value)[] resources) => new(_ => [.. resources.Select(each => Resource(each.Name, each.Value))]);

    public static AnalyzerResource Resource(string name, bool value, Action<AnalyzerResource>? change = null)
    {
        var resource = new AnalyzerResource
        {
            Type = "simple:index:Resource",
            Name = name,
            Properties = PropertyCodec.ToBytes(PropertyMap.Of(("value", value))),
            Options = new AnalyzerResourceOptions(),
            Provider = new AnalyzerProviderResource { Type = "pulumi:providers:simple", Name = "default_2_0_0", Urn = "urn:default", Properties = PropertyCodec.ToBytes(PropertyMap.Empty) },
        };
        change?.Invoke(resource);
        return resource;
    }
}
