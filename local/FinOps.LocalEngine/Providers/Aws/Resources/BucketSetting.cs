using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>One of the settings that S3 keeps as a subresource of a bucket; the id is the bucket's name.</summary>
/// <param name="aws">The session.</param>
/// <param name="subresource">The query word, for example <c>versioning</c>.</param>
/// <param name="operation">The API's name without Put and Delete.</param>
/// <param name="document">The XML for the inputs, or null where the document is JSON in the input <c>policy</c>.</param>
/// <param name="properties">Which inputs the document tells.</param>
/// <param name="deletes">False where S3 has no delete: the setting then goes with the bucket.</param>
internal sealed class BucketSetting(AwsSession aws, string subresource, string operation, Func<PropertyMap, XElement>? document, string[] properties, bool deletes = true) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var bucket = call.Inputs.RequiredText("bucket");
        if (document is not null)
            await aws.S3Async("Put" + operation, HttpMethod.Put, bucket, call, cancellationToken, xml: document(call.Inputs), query: [new(subresource, "")]);
        else
            await aws.S3Async("Put" + operation, HttpMethod.Put, bucket, call, cancellationToken,
                body: Encoding.UTF8.GetBytes(PolicyDocument.Text(call.Inputs.Find("policy"))),
                headers: [new("content-type", "application/json")],
                query: [new(subresource, "")]);
        return Applied.Of(bucket);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        if (deletes)
            await aws.S3Async("Delete" + operation, HttpMethod.Delete, call.Inputs.RequiredText("bucket"), call, cancellationToken, query: [new(subresource, "")])
                .Unless("NoSuchBucket", "NoSuchBucketPolicy", "NoSuchPublicAccessBlockConfiguration", "NoSuchLifecycleConfiguration",
                    "OwnershipControlsNotFoundError", "ServerSideEncryptionConfigurationNotFoundError");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.S3Async("Get" + operation, HttpMethod.Get, call.Id, call, cancellationToken, query: [new(subresource, "")]);
            return Applied.Of(call.Id).Reading(Read(call, Encoding.UTF8.GetString(answer.Body)));
        }
        catch (AwsCallException refusal) when ((int)refusal.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A document holds the properties themselves, or is the one property that has a structure of its own.</summary>
    private PropertyMap Read(ResourceCall call, string text)
    {
        if (document is null)
            return PropertyMap.Of(("policy", text));
        var answer = AnswerReader.Json(AwsErrors.WithoutNamespaces(XElement.Parse(text)));
        return AnswerReader.Read(call, properties is ["versioningConfiguration"] ? new JsonObject { ["VersioningConfiguration"] = answer } : answer, BucketDocuments.Shape, properties);
    }
}
