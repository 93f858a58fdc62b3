using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>The sub-resources of a bucket that are one document each: kept as sent, answered as kept.</summary>
internal sealed class BucketDocuments(LocalAwsEnvironment environment)
{
    private const string Head = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    // Query name, operation name, root element, error when absent, and the default that a new bucket gets.
    private static readonly Document[] All =
    [
        new("policy", "BucketPolicy", "", new("NoSuchBucketPolicy", "The bucket policy does not exist", 404)),
        new("versioning", "BucketVersioning", "VersioningConfiguration", Missing: null, CanDelete: false, Empty: $"<VersioningConfiguration {Head}/>"),
        new("lifecycle", "BucketLifecycleConfiguration", "LifecycleConfiguration", new("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", 404)),
        new("encryption", "BucketEncryption", "ServerSideEncryptionConfiguration", Missing: null, Empty:
            $"<ServerSideEncryptionConfiguration {Head}><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>"),
        new("publicAccessBlock", "PublicAccessBlock", "PublicAccessBlockConfiguration", new("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", 404), Default:
            $"<PublicAccessBlockConfiguration {Head}><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"),
        new("ownershipControls", "BucketOwnershipControls", "OwnershipControls", new("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", 404), Default:
            $"<OwnershipControls {Head}><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>"),
        new("tagging", "BucketTagging", "Tagging", new("NoSuchTagSet", "The TagSet does not exist", 404)),
        new("cors", "BucketCors", "CORSConfiguration", new("NoSuchCORSConfiguration", "The CORS configuration does not exist", 404)),
        new("logging", "BucketLogging", "BucketLoggingStatus", Missing: null, CanDelete: false, Empty: $"<BucketLoggingStatus {Head}/>"),
        new("notification", "BucketNotificationConfiguration", "NotificationConfiguration", Missing: null, CanDelete: false, Empty: $"<NotificationConfiguration {Head}/>"),
    ];

    public void Register(AddOperation add)
    {
        foreach (var document in All)
        {
            add(S3Level.Bucket, "GET", document.Name, $"Get{document.Operation}", call => Get(document, call));
            add(S3Level.Bucket, "PUT", document.Name, $"Put{document.Operation}", call => Put(document, call));
            if (document.CanDelete)
                add(S3Level.Bucket, "DELETE", document.Name, $"Delete{DeleteName(document)}", call => Delete(document, call));
        }
    }

    public static void PutDefaults(StoreSession session, string bucket)
    {
        foreach (var document in All)
            if (document.Default is { } text)
                session.Put(BucketStore.Documents, Key(bucket, document), new JsonObject { ["Text"] = text });
    }

    /// <summary>A document as it was put; null when the bucket has none.</summary>
    public static string? Find(LocalStore store, string bucket, string name) => (string?)store.Get(BucketStore.Documents, $"{bucket}/{name}")?["Text"];

    private WireResponse Get(Document document, S3Call call)
    {
        var stored = environment.Store.Read(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            return session.Get(BucketStore.Documents, Key(call.Bucket, document));
        });
        var text = (string?)stored?["Text"] ?? document.Empty ?? throw new AwsError(document.Missing!.Code, document.Missing.Message, document.Missing.Status)
        {
            Members = new() { ["BucketName"] = call.Bucket },
        };
        return new WireResponse
        {
            Headers = { ["Content-Type"] = document.IsJson ? "application/json" : "application/xml" },
            Body = Encoding.UTF8.GetBytes(text),
        };
    }

    private WireResponse Put(Document document, S3Call call)
    {
        Checksums.Verify(call.Request);
        Check(document, call);
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            session.Put(BucketStore.Documents, Key(call.Bucket, document), new JsonObject { ["Text"] = Encoding.UTF8.GetString(call.Request.Body.Span) });
        });
        return WireResponse.Empty(document.IsJson ? 204 : 200);
    }

    private WireResponse Delete(Document document, S3Call call)
    {
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            session.Delete(BucketStore.Documents, Key(call.Bucket, document));
        });
        return WireResponse.Empty(204);
    }

    private static void Check(Document document, S3Call call)
    {
        if (document.IsJson)
            CheckPolicy(call.Request.Body);
        else if (document.Name == "tagging")
            S3Xml.ParseTags(call.Request.Body, 50);
        else if (S3Xml.Parse(call.Request.Body, document.Root) is var root && document.Name == "versioning" && root.Child("Status") is not (null or "Enabled" or "Suspended"))
            throw S3Errors.MalformedXml("Status is Enabled or Suspended");
    }

    private static void CheckPolicy(ReadOnlyMemory<byte> body)
    {
        const int Maximum = 20 * 1024;
        if (body.Length > Maximum)
            throw new AwsError("PolicyTooLarge", "The policy exceeds the maximum allowed document size of 20 KB.");
        try
        {
            if (JsonNode.Parse(body.Span) is not JsonObject policy || policy["Statement"] is null)
                throw new AwsError("MalformedPolicy", "Missing required field Statement");
        }
        catch (JsonException exception)
        {
            throw new AwsError("MalformedPolicy", $"Policies must be valid JSON: {exception.Message}");
        }
    }

    private static string DeleteName(Document document) => document.Name == "lifecycle" ? "BucketLifecycle" : document.Operation;

    private static string Key(string bucket, Document document) => $"{bucket}/{document.Name}";

    private sealed record MissingError(string Code, string Message, int Status);

    private sealed record Document(string Name, string Operation, string Root, MissingError? Missing, bool CanDelete = true, string? Empty = null, string? Default = null)
    {
        public bool IsJson => Root.Length == 0;
    }
}
