using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.State;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumirpc;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Serves <c>pulumirpc.Engine</c> to the program and to policy packs.</summary>
internal sealed class EngineService(Recorder recorder)
{
    private string _rootResource = "";

    public void Register(RpcServiceBuilder services) => services
        .Handle(RpcMethods.Engine.Log, (request, _) => Task.FromResult(Log(request)))
        .Handle(RpcMethods.Engine.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = _rootResource }))
        .Handle(RpcMethods.Engine.SetRootResource, (request, _) =>
        {
            _rootResource = request.Urn;
            return Task.FromResult(new SetRootResourceResponse());
        })
        .Handle(RpcMethods.Engine.RequirePulumiVersion, (request, _) => VersionRange.Parse(request.PulumiVersionRange).Contains(DeploymentFormat.EngineVersion)
            ? Task.FromResult(new RequirePulumiVersionResponse())
            : throw new RpcException(
                StatusCode.FailedPrecondition,
                $"FIN3052: the program requires Pulumi {request.PulumiVersionRange}, and the embedded engine speaks for {DeploymentFormat.EngineVersion}"));

    private Empty Log(LogRequest request)
    {
        var severity = request.Severity switch
        {
            LogSeverity.Debug => DiagnosticSeverity.Debug,
            LogSeverity.Warning => DiagnosticSeverity.Warning,
            LogSeverity.Error => DiagnosticSeverity.Error,
            _ => DiagnosticSeverity.Info,
        };
        if (request.Ephemeral)
        {
            recorder.Line(request.Message, request.Urn);
        }
        else
        {
            recorder.Diagnostic(new DeploymentDiagnostic(severity, request.Message, request.Urn));
        }

        return new Empty();
    }
}
