using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig; the id is the function's name. Putting one replaces the one before.</summary>
internal sealed class FunctionEventInvoke(AwsSession aws) : IResourceHandler
{
    private static readonly string[] _definition = ["destinationConfig", "maximumEventAgeInSeconds", "maximumRetryAttempts"];
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"maximumEventAgeInSeconds":21600,"maximumRetryAttempts":2}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "PutFunctionEventInvokeConfig", HttpMethod.Put, JsonShape.Plain.Object(call.Inputs, _definition), cancellationToken);
        return Result(call);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteFunctionEventInvokeConfig", HttpMethod.Delete, null, cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "GetFunctionEventInvokeConfig", HttpMethod.Get, null, cancellationToken);
        return await live.Unless("ResourceNotFound") ? Result(call).Reading(AnswerReader.Read(call, await live, JsonShape.Plain, _definition)) : null;
    }

    private static Applied Result(ResourceCall call) => Applied.Of(
        call.Inputs.TextOf("qualifier") is { } qualifier ? $"{call.Inputs.RequiredText("functionName")}:{qualifier}" : call.Inputs.RequiredText("functionName"));

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, HttpMethod method, JsonObject? input, CancellationToken cancellationToken) => aws.Client.RestJsonAsync(
        AwsApi.Lambda, call.Region, operation, method, $"/2019-09-25/functions/{Uri.EscapeDataString(call.Inputs.RequiredText("functionName"))}/event-invoke-config", input, cancellationToken,
        call.Inputs.TextOf("qualifier") is { } qualifier ? [new("Qualifier", qualifier)] : []);
}
