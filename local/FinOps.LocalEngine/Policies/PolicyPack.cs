using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumirpc;

namespace FinOps.LocalEngine.Policies;

/// <summary>A pack that is running and configured.</summary>
internal sealed partial class PolicyPack : IAsyncDisposable
{
    private readonly RpcChannel _channel;
    private readonly IPolicyPackProcess _process;
    private readonly ImmutableDictionary<string, PolicyDefinition> _policies;

    private PolicyPack(
        RpcChannel channel, IPolicyPackProcess process, string name, string version, ImmutableArray<PolicyDefinition> policies, IReadOnlyDictionary<string, PolicySetting> settings)
    {
        _channel = channel;
        _process = process;
        _policies = policies.ToImmutableDictionary(policy => policy.Name);
        Name = name;
        Version = version;
        Rules = [.. policies.Select(policy => new PolicyRule(
            name, version, policy.Name, policy.DisplayName, policy.Description, settings.GetValueOrDefault(policy.Name)?.Level ?? policy.Level, policy.Severity, policy.Tags, policy.Fix, policy.Url))];
        Remediates = Rules.Any(rule => rule.Level == PolicyLevel.Remediate);
    }

    public string Name { get; }

    public string Version { get; }

    public string Label => $"{Name} {Version}".TrimEnd();

    /// <summary>In the order of the pack.</summary>
    public ImmutableArray<PolicyRule> Rules { get; }

    /// <summary>Whether it may change resources; the others need not be asked.</summary>
    public bool Remediates { get; }

    /// <summary>Handshake, stack, information, config: in the order in which packs expect it.</summary>
    /// <exception cref="EngineException">FIN3041, FIN3042, FIN3044. The process is ended.</exception>
    public static async Task<PolicyPack> ConnectAsync(IPolicyPackProcess process, PolicyPackStart start, string? configFile)
    {
        var channel = new RpcChannel(process.Address);
        try
        {
            var info = await IntroduceAsync(channel, start);
            var version = start.Pack.Version.Length > 0 ? start.Pack.Version : info.Version;
            var policies = PolicyPackInfo.Read(info, start.Pack.Directory);
            var settings = await ConfigureAsync(channel, info, policies, $"{info.Name} {version}", configFile, start.Run.Cancelled);
            return new PolicyPack(channel, process, info.Name, version, policies, settings);
        }
        catch (Exception e)
        {
            channel.Dispose();
            await process.DisposeAsync();
            if (e is RpcException rpc)
            {
                throw Failed(start.Pack.Directory, "starting", rpc);
            }

            throw;
        }
    }

    public string SeverityOf(string policy) => _policies.GetValueOrDefault(policy)?.Severity ?? "";

    public string DescriptionOf(string policy) => _policies.GetValueOrDefault(policy)?.Description ?? "";

    public Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request, CancellationToken cancellationToken) =>
        CallAsync(RpcMethods.Analyzer.Analyze, request, $"analyzing {request.Urn}", cancellationToken);

    /// <summary>Packs without remediations may leave the method out.</summary>
    public Task<RemediateResponse> RemediateAsync(AnalyzeRequest request, CancellationToken cancellationToken) =>
        CallAsync(RpcMethods.Analyzer.Remediate, request, $"remediating {request.Urn}", cancellationToken, optional: true);

    public Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request, CancellationToken cancellationToken) =>
        CallAsync(RpcMethods.Analyzer.AnalyzeStack, request, "analyzing the stack", cancellationToken, optional: true);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _channel.CallAsync(RpcMethods.Analyzer.Cancel, new Empty(), TimeSpan.FromSeconds(2));
        }
        catch (RpcException)
        {
            // A pack that cannot be asked to stop is killed below.
        }

        _channel.Dispose();
        await _process.DisposeAsync();
    }

    private static async Task<AnalyzerInfo> IntroduceAsync(RpcChannel channel, PolicyPackStart start)
    {
        var run = start.Run;
        var handshake = new AnalyzerHandshakeRequest
        {
            EngineAddress = start.EngineAddress,
            RootDirectory = start.Pack.Directory,
            ProgramDirectory = start.Pack.Directory,
        };
        await OptionalAsync(() => channel.CallAsync(RpcMethods.Analyzer.Handshake, handshake, TimeSpan.FromSeconds(10), run.Cancelled));
        var stack = new AnalyzerStackConfigureRequest
        {
            Stack = run.Stack,
            Project = run.Project,
            Organization = run.Organization,
            DryRun = run.DryRun,
            ConfigSecretKeys = { run.Config.SecretKeys },
            Config = { run.Config.Values },
            Tags = { run.StackTags },
        };
        await OptionalAsync(() => channel.CallAsync(RpcMethods.Analyzer.ConfigureStack, stack, null, run.Cancelled));
        var plugin = await channel.CallAsync(RpcMethods.Analyzer.GetPluginInfo, new Empty(), null, run.Cancelled);
        if (plugin.Version.Length > 0 && !SemanticVersion().IsMatch(plugin.Version))
        {
            throw new EngineException(ErrorIds.PackInvalid, start.Pack.Directory, "plugin version", $"'{plugin.Version}'", "a semantic version or nothing", "Correct what GetPluginInfo answers.");
        }

        return await channel.CallAsync(RpcMethods.Analyzer.GetAnalyzerInfo, new Empty(), null, run.Cancelled);
    }

    /// <returns>What each policy runs with; nothing for a pack without configs.</returns>
    private static async Task<IReadOnlyDictionary<string, PolicySetting>> ConfigureAsync(
        RpcChannel channel, AnalyzerInfo info, ImmutableArray<PolicyDefinition> policies, string label, string? configFile, CancellationToken cancellationToken)
    {
        var file = configFile is null ? ImmutableDictionary<string, PolicySetting>.Empty : PolicySettings.ReadFile(configFile);
        if (!info.SupportsConfig)
        {
            if (!file.IsEmpty)
            {
                throw new EngineException(ErrorIds.PolicyConfigInvalid, configFile!, "", $"a config for {label}", "no config: the pack does not support one", "Leave the file away.");
            }

            return file;
        }

        var settings = PolicyConfiguration.Resolve(policies, PolicyPackInfo.InitialConfig(info), file);
        var mistakes = PolicyConfiguration.Mistakes(policies, settings).ToList();
        if (mistakes.Count > 0)
        {
            throw new PolicyConfigException(mistakes.Select(mistake => $"validating policy config: {label}  {mistake}").ToList());
        }

        if (policies.IsEmpty)
        {
            return settings;
        }

        var request = new ConfigureAnalyzerRequest();
        foreach (var (name, setting) in settings)
        {
            request.PolicyConfig.Add(name, new PolicyConfig { EnforcementLevel = setting.Level!.Value.ToWire(), Properties = WireJson.ToStruct(setting.Properties) });
        }

        // Names that the pack does not have go along as they stand: it is the pack that knows what was meant.
        foreach (var (name, setting) in file.Where(entry => entry.Key != PolicySettings.All && !settings.ContainsKey(entry.Key)))
        {
            request.PolicyConfig.Add(name, new PolicyConfig { EnforcementLevel = (setting.Level ?? PolicyLevel.Advisory).ToWire(), Properties = WireJson.ToStruct(setting.Properties) });
        }

        await channel.CallAsync(RpcMethods.Analyzer.Configure, request, null, cancellationToken);
        return settings;
    }

    private static async Task OptionalAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException e) when (e.Status == StatusCode.Unimplemented)
        {
            // Older packs do without.
        }
    }

    private static EngineException Failed(string pack, string what, RpcException e) => new(
        ErrorIds.PackFailed, pack, what, e.Message, "an answer of the policy pack", "Correct the pack; nothing is deployed that it could not judge.", e);

    [GeneratedRegex(@"^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$")]
    private static partial Regex SemanticVersion();

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, TRequest request, string what, CancellationToken cancellationToken, bool optional = false)
        where TRequest : Google.Protobuf.IMessage<TRequest>, new()
        where TResponse : Google.Protobuf.IMessage<TResponse>, new()
    {
        try
        {
            return await _channel.CallAsync(method, request, null, cancellationToken);
        }
        catch (RpcException e) when (optional && e.Status == StatusCode.Unimplemented)
        {
            return new TResponse();
        }
        catch (RpcException e)
        {
            throw Failed(Name, what, e);
        }
    }
}
