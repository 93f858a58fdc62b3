using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sesv2/configurationSet:ConfigurationSet; each group of options has a call of its own.</summary>
internal sealed class ConfigurationSet(AwsSession aws) : IResourceHandler
{
    private static readonly (string Property, string Path, string Operation)[] _options =
    [
        ("deliveryOptions", "delivery-options", "PutConfigurationSetDeliveryOptions"),
        ("reputationOptions", "reputation-options", "PutConfigurationSetReputationOptions"),
        ("sendingOptions", "sending", "PutConfigurationSetSendingOptions"),
        ("suppressionOptions", "suppression-options", "PutConfigurationSetSuppressionOptions"),
        ("trackingOptions", "tracking-options", "PutConfigurationSetTrackingOptions"),
        ("vdmOptions", "vdm-options", "PutConfigurationSetVdmOptions"),
    ];

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"deliveryOptions":{"tlsPolicy":"OPTIONAL"},"sendingOptions":{"sendingEnabled":true}}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("configurationSetName");
        var input = JsonShape.Plain.Object(call.Inputs, ["configurationSetName", .. _options.Select(option => option.Property)]);
        if (call.Tags.Count > 0)
            input["Tags"] = JsonShape.Tags(call.Tags);
        return await aws.SesAsync(call, "CreateConfigurationSet", HttpMethod.Post, "/configuration-sets", input, cancellationToken).Unless("AlreadyExists")
            ? await ResultAsync(call with { Id = name }, cancellationToken)
            : await UpdateAsync(call with { Id = name }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        foreach (var (property, path, operation) in _options)
            if (call.Changed(property))
                await aws.SesAsync(call, operation, HttpMethod.Put, $"{Path(call)}/{path}", JsonShape.Plain.Object(call.Inputs.ObjectOf(property) ?? []), cancellationToken);
        await aws.SynchronizeSesTagsAsync(await aws.SesArnAsync(call, "configuration-set/" + call.Id, cancellationToken), call, cancellationToken);
        return await ResultAsync(call, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.SesAsync(call, "DeleteConfigurationSet", HttpMethod.Delete, Path(call), null, cancellationToken).Unless("NotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.SesAsync(call, "GetConfigurationSet", HttpMethod.Get, Path(call), null, cancellationToken);
        return await live.Unless("NotFound")
            ? (await ResultAsync(call, cancellationToken)).Reading(
                AnswerReader.Read(call, await live, JsonShape.Plain, _options.Select(option => option.Property)), LiveTags.OfList((await live)["Tags"]))
            : null;
    }

    private static string Path(ResourceCall call) => "/configuration-sets/" + Uri.EscapeDataString(call.Id);

    private async Task<Applied> ResultAsync(ResourceCall call, CancellationToken cancellationToken) => Applied.Of(
        call.Id, ("configurationSetName", call.Id), ("arn", await aws.SesArnAsync(call, "configuration-set/" + call.Id, cancellationToken)));
}
