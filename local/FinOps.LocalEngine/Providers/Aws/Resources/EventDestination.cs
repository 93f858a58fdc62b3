using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination; the id is <c>set|destination</c>.</summary>
internal sealed class EventDestination(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = Definition(call);
        input["EventDestinationName"] = Names(call).Destination;
        return await aws.SesAsync(call, "CreateConfigurationSetEventDestination", HttpMethod.Post, Path(call), input, cancellationToken).Unless("AlreadyExists")
            ? Result(call)
            : await UpdateAsync(call, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.SesAsync(call, "UpdateConfigurationSetEventDestination", HttpMethod.Put, OnePath(call), Definition(call), cancellationToken);
        return Result(call);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.SesAsync(call, "DeleteConfigurationSetEventDestination", HttpMethod.Delete, OnePath(call), null, cancellationToken).Unless("NotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.SesAsync(call, "GetConfigurationSetEventDestinations", HttpMethod.Get, Path(call), null, cancellationToken);
        return await live.Unless("NotFound") && (await live)["EventDestinations"]!.AsArray().FirstOrDefault(each => (string?)each!["Name"] == Names(call).Destination) is { } found
            ? Result(call).Reading(AnswerReader.Read(call, new JsonObject { ["EventDestination"] = found.DeepClone() }, JsonShape.Plain, "eventDestination"))
            : null;
    }

    private static (string Set, string Destination) Names(ResourceCall call) => (call.Inputs.RequiredText("configurationSetName"), call.Inputs.RequiredText("eventDestinationName"));

    private static string Path(ResourceCall call) => $"/configuration-sets/{Uri.EscapeDataString(Names(call).Set)}/event-destinations";

    private static string OnePath(ResourceCall call) => $"{Path(call)}/{Uri.EscapeDataString(Names(call).Destination)}";

    private static JsonObject Definition(ResourceCall call) => new() { ["EventDestination"] = JsonShape.Plain.Object(call.Inputs.ObjectOf("eventDestination") ?? PropertyMap.Empty) };

    private static Applied Result(ResourceCall call) => Applied.Of($"{Names(call).Set}|{Names(call).Destination}");
}
