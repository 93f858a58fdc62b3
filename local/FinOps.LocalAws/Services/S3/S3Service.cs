using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>S3 over the store: finds the operation by method, what the path names, and the sub-resource in the query.</summary>
internal sealed class S3Service : IRestService
{
    // Query parameters that name a sub-resource; one that is not answered must not fall through to the plain operation.
    private static readonly HashSet<string> SubResources =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle",
        "location", "logging", "metrics", "notification", "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock",
        "replication", "requestPayment", "restore", "retention", "select", "tagging", "torrent", "uploads", "versioning", "versions", "website",
    ];

    private readonly Dictionary<(S3Level Level, string Method, string SubResource), S3Operation> _operations = [];

    public S3Service(LocalAwsEnvironment environment)
    {
        new BucketOperations(environment).Register(Add);
        new BucketDocuments(environment).Register(Add);
        new ObjectListing(environment).Register(Add);
        new ObjectWrites(environment).Register(Add);
        new ObjectReads(environment).Register(Add);
        new ObjectDeletes(environment).Register(Add);
        new ObjectTags(environment).Register(Add);
        new MultipartUploads(environment).Register(Add);
    }

    public string SigningName => "s3";

    public Invocation? Match(IncomingRequest request)
    {
        var target = S3Target.Of(request);
        var level = target.Bucket is null ? S3Level.Service : target.Key is null ? S3Level.Bucket : S3Level.Object;
        var subResource = request.Query.Select(pair => pair.Key).FirstOrDefault(SubResources.Contains) ?? "";
        if (subResource.Length == 0 && request.QueryValue("uploadId") is not null)
            subResource = "uploadId";
        else if (subResource.Length == 0 && request.Method == "PUT" && request.Header("x-amz-copy-source") is not null)
            subResource = "copy";
        else if (subResource.Length == 0 && level == S3Level.Bucket && request.QueryValue("list-type") == "2")
            subResource = "list-type";
        if (!_operations.TryGetValue((level, request.Method, subResource), out var operation))
            return null;
        return new Invocation(SigningName, operation.Name, context => operation.RunAsync(new S3Call(request, target, context)))
        {
            Input = name => name switch { "Bucket" => target.Bucket, "Key" => target.Key, _ => request.QueryValue(name) },
        };
    }

    private void Add(S3Level level, string method, string subResource, string name, Func<S3Call, WireResponse> run) =>
        _operations.Add((level, method, subResource), new S3Operation(name, call => Task.FromResult(run(call))));
}
