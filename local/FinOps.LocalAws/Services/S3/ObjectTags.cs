using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>The tagging sub-resource of an object.</summary>
internal sealed class ObjectTags(LocalAwsEnvironment environment)
{
    public void Register(AddOperation add)
    {
        add(S3Level.Object, "GET", "tagging", "GetObjectTagging", Get);
        add(S3Level.Object, "PUT", "tagging", "PutObjectTagging", call => Set(call, S3Xml.ParseTags(call.Request.Body, 10), 200));
        add(S3Level.Object, "DELETE", "tagging", "DeleteObjectTagging", call => Set(call, [], 204));
    }

    private WireResponse Get(S3Call call)
    {
        var document = environment.Store.Read(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            return session.Get(BucketStore.Objects(call.Bucket), call.Key) ?? throw S3Errors.NoSuchKey(call.Key);
        });
        return WireResponse.Xml(S3Xml.WriteTags(document["Tags"]!.AsObject().Select(tag => KeyValuePair.Create(tag.Key, (string)tag.Value!))));
    }

    private WireResponse Set(S3Call call, Dictionary<string, string> tags, int status)
    {
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            var document = session.Get(BucketStore.Objects(call.Bucket), call.Key) ?? throw S3Errors.NoSuchKey(call.Key);
            document["Tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
            session.Put(BucketStore.Objects(call.Bucket), call.Key, document);
        });
        return WireResponse.Empty(status);
    }
}
