using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>DeleteObject and DeleteObjects; deleting what is not there succeeds.</summary>
internal sealed class ObjectDeletes(LocalAwsEnvironment environment)
{
    public void Register(AddOperation add)
    {
        add(S3Level.Object, "DELETE", "", "DeleteObject", DeleteOne);
        add(S3Level.Bucket, "POST", "delete", "DeleteObjects", DeleteMany);
    }

    private WireResponse DeleteOne(S3Call call)
    {
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            Delete(session, call.Bucket, call.Key);
        });
        return WireResponse.Empty(204);
    }

    private WireResponse DeleteMany(S3Call call)
    {
        Checksums.Verify(call.Request);
        var request = S3Xml.Parse(call.Request.Body, "Delete");
        var keys = request.Children("Object").Select(each => each.Child("Key") ?? throw S3Errors.MalformedXml("an Object has no Key")).ToList();
        if (keys.Count is 0 or > 1000)
            throw S3Errors.MalformedXml("between 1 and 1000 objects");
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            foreach (var key in keys)
                Delete(session, call.Bucket, key);
        });
        var quiet = request.Child("Quiet") == "true";
        return WireResponse.Xml(S3Xml.Element("DeleteResult",
            quiet ? null : keys.Select(key => S3Xml.Element("Deleted", S3Xml.Element("Key", key))).Cast<XElement>()));
    }

    private static void Delete(StoreSession session, string bucket, string key)
    {
        if (session.Get(BucketStore.Objects(bucket), key) is not { } standing)
            return;
        BucketStore.DropData(session, standing);
        session.Delete(BucketStore.Objects(bucket), key);
    }
}
