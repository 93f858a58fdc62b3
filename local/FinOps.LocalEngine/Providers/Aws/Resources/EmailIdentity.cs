using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sesv2/emailIdentity:EmailIdentity; the id is the address or the domain.</summary>
internal sealed class EmailIdentity(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var identity = call.Inputs.RequiredText("emailIdentity");
        var input = JsonShape.Plain.Object(call.Inputs, "emailIdentity", "configurationSetName");
        if (call.Inputs.ObjectOf("dkimSigningAttributes") is { } dkim)
            input["DkimSigningAttributes"] = JsonShape.Plain.Object(dkim, "domainSigningPrivateKey", "domainSigningSelector", "nextSigningKeyLength");
        if (call.Tags.Count > 0)
            input["Tags"] = JsonShape.Tags(call.Tags);
        if (!await aws.SesAsync(call, "CreateEmailIdentity", HttpMethod.Post, "/identities", input, cancellationToken).Unless("AlreadyExists"))
            return await UpdateAsync(call with { Id = identity }, cancellationToken);
        return await ResultAsync(call with { Id = identity }, await GetAsync(call with { Id = identity }, cancellationToken), cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (call.Changed("configurationSetName"))
            await aws.SesAsync(call, "PutEmailIdentityConfigurationSetAttributes", HttpMethod.Put, Path(call) + "/configuration-set", JsonShape.Plain.Object(call.Inputs, "configurationSetName"), cancellationToken);
        await aws.SynchronizeSesTagsAsync(await aws.SesArnAsync(call, "identity/" + call.Id, cancellationToken), call, cancellationToken);
        return await ResultAsync(call, await GetAsync(call, cancellationToken), cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.SesAsync(call, "DeleteEmailIdentity", HttpMethod.Delete, Path(call), null, cancellationToken).Unless("NotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = GetAsync(call, cancellationToken);
        return await live.Unless("NotFound")
            ? (await ResultAsync(call, await live, cancellationToken)).Reading(AnswerReader.Read(call, await live, JsonShape.Plain, "configurationSetName"), LiveTags.OfList((await live)["Tags"]))
            : null;
    }

    private Task<JsonObject> GetAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.SesAsync(call, "GetEmailIdentity", HttpMethod.Get, Path(call), null, cancellationToken);

    private static string Path(ResourceCall call) => "/identities/" + Uri.EscapeDataString(call.Id);

    private async Task<Applied> ResultAsync(ResourceCall call, JsonObject live, CancellationToken cancellationToken) => Applied.Of(
        call.Id,
        ("emailIdentity", call.Id),
        ("arn", await aws.SesArnAsync(call, "identity/" + call.Id, cancellationToken)),
        ("identityType", (string?)live["IdentityType"] ?? (call.Id.Contains('@', StringComparison.Ordinal) ? "EMAIL_ADDRESS" : "DOMAIN")),
        ("verifiedForSendingStatus", (bool?)live["VerifiedForSendingStatus"] ?? false));
}
