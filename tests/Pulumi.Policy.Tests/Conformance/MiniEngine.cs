using Google.Protobuf.WellKnownTypes;
using Pulumi.Policy.Hosting;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Conformance;

/// <summary>
/// As much of the engine and of the provider "simple" as the upstream policy scenarios need: it starts a pack, configures it, sends it
/// every resource the way the real engine does, and decides how the run ends. State carries over between runs.
/// </summary>
internal sealed class MiniEngine(string project, Func<PolicyStack, PolicyPack> pack)
{
    private const string Simple = "simple:index:Resource";

    /// <summary>Resource name to the value it has; true or false.</summary>
    public Dictionary<string, bool> State { get; } = new(StringComparer.Ordinal);

    public string Urn(string name, string type = Simple) => $"urn:pulumi:test::{project}::{type}::{name}";

    public string RootUrn => Urn($"{project}-test", "pulumi:pulumi:Stack");

    /// <summary>One preview, then one update, each with its own pack.</summary>
    public async Task<(RunResult Preview, RunResult Update)> RunAsync(SimpleProgram program, RunInput input) =>
        (await RunAsync(program, input, dryRun: true), await RunAsync(program, input, dryRun: false));

    private async Task<RunResult> RunAsync(SimpleProgram program, RunInput input, bool dryRun)
    {
        await using var server = await PolicyPackServer.StartAsync(pack);
        using var analyzer = new RpcChannel(server.Address);
        var result = new RunResult();
        AnalyzerInfo info;
        try
        {
            await analyzer.CallAsync(RpcMethods.Analyzer.Handshake, new AnalyzerHandshakeRequest { EngineAddress = "127.0.0.1:1" });
            await analyzer.CallAsync(RpcMethods.Analyzer.ConfigureStack, StackRequest(input, dryRun));
            info = await analyzer.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty());
        }
        catch (RpcException refused)
        {
            return result.End(Outcome.PackRefused, refused.Message);
        }

        var (config, problems) = PolicyConfigLayers.Resolve(info, input.PolicyConfig);
        if (problems.Count > 0)
        {
            result.Diagnostics.AddRange(problems);
            return result.End(Outcome.ConfigInvalid, "validating policy config");
        }

        await analyzer.CallAsync(RpcMethods.Analyzer.Configure, config);
        return await DeployAsync(analyzer, program.Resources(input), dryRun, result);
    }

    private AnalyzerStackConfigureRequest StackRequest(RunInput input, bool dryRun)
    {
        var request = new AnalyzerStackConfigureRequest { Stack = "test", Project = project, Organization = "organization", DryRun = dryRun };
        request.Config.Add(input.StackConfig);
        request.Tags.Add(input.Tags);
        return request;
    }

    private async Task<RunResult> DeployAsync(RpcChannel analyzer, IReadOnlyList<AnalyzerResource> resources, bool dryRun, RunResult result)
    {
        AnalyzerResource root = new() { Urn = RootUrn, Type = "pulumi:pulumi:Stack", Name = $"{project}-test", Properties = PropertyCodec.ToBytes(PropertyMap.Empty), Options = new AnalyzerResourceOptions() };
        foreach (var resource in resources)
        {
            resource.Urn = resource.Parent.Length > 0 ? $"urn:pulumi:test::{project}::{Simple}${Simple}::{resource.Name}" : Urn(resource.Name, resource.Type);
            resource.Parent = resource.Parent.Length > 0 ? Urn(resource.Parent) : RootUrn;
            resource.Options.Parent = resource.Parent;
            resource.Dependencies.ReplaceAll(name => Urn(name));
            foreach (var property in resource.PropertyDependencies.Values)
            {
                property.Urns.ReplaceAll(name => Urn(name));
            }
        }

        foreach (var resource in resources.Prepend(root))
        {
            await RemediateAsync(analyzer, resource, result);
            var answer = await analyzer.CallAsync(RpcMethods.Analyzer.Analyze, Request(resource));
            var refused = result.Add(answer, _ => resource.Urn);
            if (refused && !dryRun)
            {
                return result.End(Outcome.ResourceInvalid, resource.Urn);
            }

            if (!dryRun && resource.Type == Simple)
            {
                State[resource.Name] = PropertyCodec.FromBytes(resource.Properties)["value"] == true;
            }
        }

        var all = resources.Prepend(root).ToList();
        var urns = all.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var stackAnswer = await analyzer.CallAsync(RpcMethods.Analyzer.AnalyzeStack, new AnalyzeStackRequest { Resources = { all } });
        result.Add(stackAnswer, urn => urns.Contains(urn) ? urn : RootUrn);
        return result.End(result.Violations.Any(violation => violation.Level == Level.Mandatory) ? dryRun ? Outcome.PreviewFailed : Outcome.StackFailed : Outcome.Ok, "");
    }

    private static async Task RemediateAsync(RpcChannel analyzer, AnalyzerResource resource, RunResult result)
    {
        var answer = await analyzer.CallAsync(RpcMethods.Analyzer.Remediate, Request(resource));
        foreach (var remediation in answer.Remediations)
        {
            if (remediation.Diagnostic.Length > 0)
            {
                result.Diagnostics.Add(remediation.Diagnostic);
                continue;
            }

            result.Remediations.Add(new SeenRemediation(resource.Urn, remediation.PolicyName, remediation.PolicyPackName, remediation.PolicyPackVersion,
                PropertyCodec.FromBytes(resource.Properties), PropertyCodec.FromBytes(remediation.Properties)));
            resource.Properties = remediation.Properties;
        }
    }

    private static AnalyzeRequest Request(AnalyzerResource resource) => new()
    {
        Type = resource.Type, Name = resource.Name, Urn = resource.Urn, Properties = resource.Properties, Options = resource.Options, Provider = resource.Provider,
    };
}
