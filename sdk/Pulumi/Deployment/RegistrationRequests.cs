using Pulumi.Rpc.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Registrations as the wire has them.</summary>
internal static class RegistrationRequests
{
    public static async Task<RegisterResourceRequest> RegisterAsync(Registration registration, DeploymentContext context)
    {
        var options = registration.Options;
        var keepResources = await context.KeepsResourcesAsync();
        var inputs = await RegistrationInputs.WriteAsync(registration, keepResources);
        var request = new RegisterResourceRequest
        {
            Type = registration.Type,
            Name = registration.Name,
            Custom = registration.Custom,
            Remote = registration.Remote,
            Parent = await ParentUrnAsync(options),
            Provider = await ProviderAsync(registration),
            Object = PropertyCodec.ToStruct(inputs.Map),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = keepResources,
            SupportsResultReporting = true,
        };
        request.Dependencies.Add(inputs.Dependencies);
        foreach (var (property, urns) in inputs.PropertyDependencies)
        {
            request.PropertyDependencies.Add(property, new PropertyDependencies { Urns = { urns } });
        }

        if (registration.Position is { } position)
        {
            request.SourcePosition = position;
        }

        AddPlainOptions(request, options);
        await AddProvidersAsync(request, registration);
        await AddFeatureOptionsAsync(request, registration, context, keepResources);
        await AliasWriter.AddAsync(request, registration, context);
        return request;
    }

    public static async Task<ReadResourceRequest> ReadAsync(Registration registration, string id, DeploymentContext context)
    {
        var keepResources = await context.KeepsResourcesAsync();
        var inputs = await RegistrationInputs.WriteAsync(registration, keepResources);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = registration.Type,
            Name = registration.Name,
            Parent = await ParentUrnAsync(registration.Options),
            Provider = await ProviderAsync(registration),
            Properties = PropertyCodec.ToStruct(inputs.Map),
            Version = registration.Options.Version ?? "",
            PluginDownloadURL = registration.Options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = keepResources,
        };
        request.Dependencies.Add(inputs.Dependencies);
        if (registration.Options is CustomResourceOptions custom)
        {
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
        }

        if (registration.Position is { } position)
        {
            request.SourcePosition = position;
        }

        return request;
    }

    private static async Task<string> ParentUrnAsync(ResourceOptions options) => options.Parent is { } parent ? (await parent.Urn.DataTask).Value : "";

    private static async Task<string> ProviderAsync(Registration registration) =>
        registration.Custom && registration.Options.Provider is { } provider ? await provider.GetReferenceAsync() : "";

    private static void AddPlainOptions(RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options.CustomTimeouts is { } timeouts)
        {
            request.CustomTimeouts = timeouts.ToWire();
        }

        request.IgnoreChanges.Add(options.IgnoreChanges);
        request.HideDiffs.Add(options.HideDiffs);
        if (options is CustomResourceOptions custom)
        {
            request.ReplaceOnChanges.Add(custom.ReplaceOnChanges);
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
            request.ImportId = custom.ImportId ?? "";
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
        }
    }

    /// <summary>The children of a remote component are made by somebody else, who has to be told the providers.</summary>
    private static async Task AddProvidersAsync(RegisterResourceRequest request, Registration registration)
    {
        if (!registration.Remote)
        {
            return;
        }

        foreach (var (package, provider) in registration.Resource.Providers)
        {
            request.Providers.Add(package, await provider.GetReferenceAsync());
        }
    }

    private static async Task AddFeatureOptionsAsync(RegisterResourceRequest request, Registration registration, DeploymentContext context, bool keepResources)
    {
        var options = registration.Options;
        if (options.DeletedWith is { } deletedWith)
        {
            await RequireAsync(context, Features.DeletedWith, nameof(options.DeletedWith));
            request.DeletedWith = (await deletedWith.Urn.DataTask).Value;
        }

        if (options.HasReplaceWith)
        {
            await RequireAsync(context, Features.ReplaceWith, nameof(options.ReplaceWith));
            var data = await options.ReplaceWith.Get().DataTask;
            request.ReplaceWith.Add(await DependencyUrns.ExpandAsync(data.IsKnown ? data.Value : [], registration.Resource));
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            await RequireAsync(context, Features.ReplacementTrigger, nameof(options.ReplacementTrigger));
            request.ReplacementTrigger = PropertyCodec.ToValue(await new PropertyWriter(keepResources).WriteAsync("replacementTrigger", trigger));
        }
    }

    private static async Task RequireAsync(DeploymentContext context, string feature, string option)
    {
        if (!await context.SupportsAsync(feature))
        {
            throw new RunException($"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI.");
        }
    }
}
