using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal sealed class Invoker(DeploymentContext context)
{
    /// <param name="single">Take the value of the answer's only member.</param>
    /// <exception cref="RunException">The provider or the engine refused the call.</exception>
    public async Task<OutputData<T>> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
    {
        var keepResources = await context.KeepsResourcesAsync();
        var writer = new PropertyWriter(keepResources);
        var written = (ObjectValue)await writer.WriteMapAsync(token, (args ?? InvokeArgs.Empty).ReadMembers());
        if (options is InvokeOutputOptions outputOptions)
        {
            var data = await outputOptions.DependsOn.Get().DataTask;
            writer.Dependencies.UnionWith(data.Resources);
            writer.Dependencies.UnionWith(data.IsKnown ? data.Value : []);
        }

        var origin = new OutputData<T>([.. writer.Dependencies], default!, IsKnown: true, IsSecret: false);
        if (written.ContainsUnknown() || await DependencyUrns.AnyUnknownAsync(writer.Dependencies))
        {
            return origin with { IsKnown = false };
        }

        var response = await CallAsync(token, new ResourceInvokeRequest
        {
            Tok = token,
            Args = PropertyCodec.ToStruct(written.Map),
            Provider = await ProviderOf(token, options),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = keepResources,
        });
        return response.Unknown ? origin with { IsKnown = false } : origin.Then(Read<T>(token, PropertyCodec.FromStruct(response.Return), single));
    }

    private async Task<ResourceInvokeResponse> CallAsync(string token, ResourceInvokeRequest request)
    {
        ResourceInvokeResponse response;
        try
        {
            response = await context.Monitor.InvokeAsync(request);
        }
        catch (RpcException e)
        {
            throw new RunException($"Invoke of '{token}' failed: {e.Message}", e);
        }

        return response.Failures.Count == 0
            ? response
            : throw new RunException($"Invoke of '{token}' failed: {string.Join("; ", response.Failures.Select(failure => failure.Property.Length == 0 ? failure.Reason : $"{failure.Reason} ({failure.Property})"))}");
    }

    private async Task<string> ProviderOf(string token, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.Providers.GetValueOrDefault(ProviderMap.PackageOf(token));
        return provider is null ? "" : await provider.GetReferenceAsync();
    }

    private OutputData<T> Read<T>(string token, PropertyMap answer, bool single)
    {
        if (single && answer.Count != 1)
        {
            throw new RunException($"Invoke of '{token}' was asked for a single value, but the answer has {answer.Count} members");
        }

        return PropertyReader.Read<T>(
            single ? answer.Values.First() : PropertyValue.Of(answer), [], warning => context.Logger.Log(LogLevel.Warning, $"answer of {token}: {warning}"));
    }
}
