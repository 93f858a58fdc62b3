using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Rpc;

/// <summary>Every method this repository calls or serves; anything else on a server answers <see cref="StatusCode.Unimplemented"/>.</summary>
public static class RpcMethods
{
    public static class ResourceMonitor
    {
        public static readonly RpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = new(nameof(ResourceMonitor), nameof(GetDeploymentInfo));
        public static readonly RpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new(nameof(ResourceMonitor), nameof(SupportsFeature));
        public static readonly RpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new(nameof(ResourceMonitor), nameof(Invoke));
        public static readonly RpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new(nameof(ResourceMonitor), nameof(ReadResource));
        public static readonly RpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new(nameof(ResourceMonitor), nameof(RegisterResource));
        public static readonly RpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(nameof(ResourceMonitor), nameof(RegisterResourceOutputs));
        public static readonly RpcMethod<Empty, Empty> SignalAndWaitForShutdown = new(nameof(ResourceMonitor), nameof(SignalAndWaitForShutdown));
    }

    public static class Engine
    {
        public static readonly RpcMethod<LogRequest, Empty> Log = new(nameof(Engine), nameof(Log));
        public static readonly RpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new(nameof(Engine), nameof(GetRootResource));
        public static readonly RpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new(nameof(Engine), nameof(SetRootResource));
        public static readonly RpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new(nameof(Engine), nameof(RequirePulumiVersion));
    }

    public static class Analyzer
    {
        public static readonly RpcMethod<AnalyzerHandshakeRequest, AnalyzerHandshakeResponse> Handshake = new(nameof(Analyzer), nameof(Handshake));
        public static readonly RpcMethod<AnalyzerStackConfigureRequest, AnalyzerStackConfigureResponse> ConfigureStack = new(nameof(Analyzer), nameof(ConfigureStack));
        public static readonly RpcMethod<Empty, PluginInfo> GetPluginInfo = new(nameof(Analyzer), nameof(GetPluginInfo));
        public static readonly RpcMethod<Empty, AnalyzerInfo> GetAnalyzerInfo = new(nameof(Analyzer), nameof(GetAnalyzerInfo));
        public static readonly RpcMethod<ConfigureAnalyzerRequest, Empty> Configure = new(nameof(Analyzer), nameof(Configure));
        public static readonly RpcMethod<AnalyzeRequest, AnalyzeResponse> Analyze = new(nameof(Analyzer), nameof(Analyze));
        public static readonly RpcMethod<AnalyzeStackRequest, AnalyzeResponse> AnalyzeStack = new(nameof(Analyzer), nameof(AnalyzeStack));
        public static readonly RpcMethod<AnalyzeRequest, RemediateResponse> Remediate = new(nameof(Analyzer), nameof(Remediate));
        public static readonly RpcMethod<Empty, Empty> Cancel = new(nameof(Analyzer), nameof(Cancel));
    }
}
