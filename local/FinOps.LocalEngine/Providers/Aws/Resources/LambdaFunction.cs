using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Assets;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:lambda/function:Function. Code is uploaded only when its SHA-256 differs from what the service has.</summary>
internal sealed class LambdaFunction(AwsSession aws) : IResourceHandler
{
    private const string Functions = "/2015-03-31/functions";
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public PropertyMap Defaults(ResourceCall call) => LambdaShapes.Defaults(call.Id);

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var input = LambdaShapes.Configuration(call.Inputs);
        input["FunctionName"] = name;
        input["PackageType"] = call.Inputs.TextOf("packageType") ?? "Zip";
        input["Code"] = await CodeAsync(call, cancellationToken);
        if (call.Inputs.TextsOf("architectures") is { Count: > 0 } architectures)
            input["Architectures"] = JsonShape.Texts(architectures);
        if (call.Inputs.FlagOf("publish") == true)
            input["Publish"] = true;
        if (call.Tags.Count > 0)
            input["Tags"] = JsonShape.TextMap(call.Tags);
        if (!await aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "CreateFunction", HttpMethod.Post, Functions, input, cancellationToken).Unless("ResourceConflict"))
            return await UpdateAsync(call with { Id = name }, cancellationToken);
        await SetConcurrencyAsync(call, name, cancellationToken);
        return Result(await SettledAsync(call, name, cancellationToken), call);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = await SettledAsync(call, call.Id, cancellationToken);
        var code = await CodeAsync(call, cancellationToken);
        if ((string?)code["ZipFile"] is not { } zip || (string?)live["CodeSha256"] != Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(zip))))
        {
            if (call.Inputs.FlagOf("publish") == true)
                code["Publish"] = true;
            await SendAsync(call, "UpdateFunctionCode", HttpMethod.Put, "/code", code, cancellationToken);
            await SettledAsync(call, call.Id, cancellationToken);
        }
        await SendAsync(call, "UpdateFunctionConfiguration", HttpMethod.Put, "/configuration", LambdaShapes.Configuration(call.Inputs), cancellationToken);
        var settled = await SettledAsync(call, call.Id, cancellationToken);
        await SetConcurrencyAsync(call, call.Id, cancellationToken);
        await SynchronizeTagsAsync((string)settled["FunctionArn"]!, call, cancellationToken);
        return Result(settled, call);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.FlagOf("skipDestroy") != true)
            await SendAsync(call, "DeleteFunction", HttpMethod.Delete, "", null, cancellationToken).Unless("ResourceNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var function = SendAsync(call, "GetFunction", HttpMethod.Get, "", null, cancellationToken);
        if (!await function.Unless("ResourceNotFound"))
            return null;
        var live = (JsonObject)(await function)["Configuration"]!;
        var result = Result(live, call);
        var inputs = LambdaShapes.Read(call, live).Set("reservedConcurrentExecutions", (double?)(await function)["Concurrency"]?["ReservedConcurrentExecutions"] ?? -1);
        // Other code than the last deployment's: told by an input that the program does not set, so that the next one uploads its own.
        if (call.OldOutputs.TextOf("codeSha256") is { } deployed && deployed != (string?)live["CodeSha256"])
            inputs = inputs.Set("codeSha256", (string)live["CodeSha256"]!);
        return result.Reading(inputs, LiveTags.OfMap((await function)["Tags"]));
    }

    private async Task<JsonObject> CodeAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Inputs.Find("code") is ArchiveValue archive)
            return new JsonObject { ["ZipFile"] = Convert.ToBase64String(await ArchivePacker.PackAsync(archive, aws.ProgramDirectory, cancellationToken)) };
        return JsonShape.Plain.Object(call.Inputs, "imageUri", "s3Bucket", "s3Key", "s3ObjectVersion");
    }

    /// <summary>Right after a change the service answers Pending or InProgress and refuses the next change.</summary>
    private async Task<JsonObject> SettledAsync(ResourceCall call, string name, CancellationToken cancellationToken)
    {
        var start = aws.Clock.GetTimestamp();
        while (true)
        {
            var live = await SendAsync(call with { Id = name }, "GetFunctionConfiguration", HttpMethod.Get, "/configuration", null, cancellationToken);
            var (state, update) = ((string?)live["State"] ?? "Active", (string?)live["LastUpdateStatus"] ?? "Successful");
            if (state == "Failed" || update == "Failed")
                throw new AwsCallException(
                    new AwsRequest(AwsApi.Lambda, "GetFunctionConfiguration", HttpMethod.Get, Path(name), call.Region), HttpStatusCode.OK,
                    (string?)live[state == "Failed" ? "StateReasonCode" : "LastUpdateStatusReasonCode"] ?? "Failed",
                    (string?)live[state == "Failed" ? "StateReason" : "LastUpdateStatusReason"] ?? $"the function '{name}' did not become active");
            if (state != "Pending" && update != "InProgress")
                return live;
            if (aws.Clock.GetElapsedTime(start) > _patience)
                throw new TimeoutException($"The function '{name}' is still {state}/{update} after {_patience.TotalSeconds:F0} s.");
            await Task.Delay(_poll, aws.Clock, cancellationToken);
        }
    }

    private async Task SetConcurrencyAsync(ResourceCall call, string name, CancellationToken cancellationToken)
    {
        if (!call.Changed("reservedConcurrentExecutions"))
            return;
        var path = $"/2017-10-31/functions/{Uri.EscapeDataString(name)}/concurrency";
        if (call.Inputs.NumberOf("reservedConcurrentExecutions") is { } limit and >= 0)
            await aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "PutFunctionConcurrency", HttpMethod.Put, path, new JsonObject { ["ReservedConcurrentExecutions"] = (long)limit }, cancellationToken);
        else
            await aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "DeleteFunctionConcurrency", HttpMethod.Delete, path, null, cancellationToken).Unless("ResourceNotFound");
    }

    private async Task SynchronizeTagsAsync(string arn, ResourceCall call, CancellationToken cancellationToken)
    {
        var path = $"/2017-03-31/tags/{Uri.EscapeDataString(arn)}";
        if (call.TagsToSet.Count > 0)
            await aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "TagResource", HttpMethod.Post, path, new JsonObject { ["Tags"] = JsonShape.TextMap(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "UntagResource", HttpMethod.Delete, path, null, cancellationToken, [.. call.TagsToRemove.Select(key => KeyValuePair.Create("tagKeys", key))]);
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, HttpMethod method, string below, JsonObject? input, CancellationToken cancellationToken) =>
        aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, operation, method, Path(call.Id) + below, input, cancellationToken);

    private static string Path(string name) => $"{Functions}/{Uri.EscapeDataString(name)}";

    private static Applied Result(JsonObject live, ResourceCall call)
    {
        var arn = (string)live["FunctionArn"]!;
        var version = (string?)live["Version"] ?? "$LATEST";
        string InvokeArn(string function) => $"arn:{AwsSession.PartitionOf(call.Region)}:apigateway:{call.Region}:lambda:path/2015-03-31/functions/{function}/invocations";
        return Applied.Of(
            (string)live["FunctionName"]!,
            ("name", (string)live["FunctionName"]!),
            ("arn", arn),
            ("invokeArn", InvokeArn(arn)),
            ("qualifiedArn", $"{arn}:{version}"),
            ("qualifiedInvokeArn", InvokeArn($"{arn}:{version}")),
            ("version", version),
            ("lastModified", (string?)live["LastModified"] ?? ""),
            ("codeSha256", (string?)live["CodeSha256"] ?? ""),
            ("sourceCodeSize", (double?)live["CodeSize"] ?? 0));
    }
}
