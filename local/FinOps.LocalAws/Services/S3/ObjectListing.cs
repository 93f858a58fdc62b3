using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>ListObjectsV2, ListObjects and ListObjectVersions.</summary>
internal sealed class ObjectListing(LocalAwsEnvironment environment)
{
    public void Register(AddOperation add)
    {
        add(S3Level.Bucket, "GET", "", "ListObjects", ListV1);
        add(S3Level.Bucket, "GET", "list-type", "ListObjectsV2", ListV2);
        add(S3Level.Bucket, "GET", "versions", "ListObjectVersions", ListVersions);
    }

    private WireResponse ListV2(S3Call call)
    {
        var token = call.Query("continuation-token");
        var after = token is null
            ? call.Query("start-after") ?? ""
            : Pager.Read("ListObjectsV2", token) ?? throw S3Errors.InvalidArgument("The continuation token provided is incorrect");
        var listing = Read(call, after);
        return WireResponse.Xml(S3Xml.Element("ListBucketResult",
            Common(call, listing),
            S3Xml.Element("KeyCount", listing.Items.Count + listing.Prefixes.Count),
            token is null ? null : S3Xml.Element("ContinuationToken", token),
            listing.Next is null ? null : S3Xml.Element("NextContinuationToken", Pager.Write("ListObjectsV2", listing.Next)),
            call.Query("start-after") is { } start ? S3Xml.Element("StartAfter", Encode(call, start)) : null,
            listing.Items.Select(item => Contents(call, item, call.Query("fetch-owner") == "true")),
            Prefixes(call, listing)));
    }

    private WireResponse ListV1(S3Call call)
    {
        var marker = call.Query("marker") ?? "";
        var listing = Read(call, marker);
        return WireResponse.Xml(S3Xml.Element("ListBucketResult",
            Common(call, listing),
            S3Xml.Element("Marker", Encode(call, marker)),
            listing.Next is not null && call.Query("delimiter") is not null ? S3Xml.Element("NextMarker", Encode(call, listing.Next)) : null,
            listing.Items.Select(item => Contents(call, item, withOwner: true)),
            Prefixes(call, listing)));
    }

    // Objects have one version each, the one that S3 calls "null" where versioning was never enabled.
    private WireResponse ListVersions(S3Call call)
    {
        var listing = Read(call, call.Query("key-marker") ?? "");
        return WireResponse.Xml(S3Xml.Element("ListVersionsResult",
            Common(call, listing),
            listing.Next is null ? null : S3Xml.Element("NextKeyMarker", Encode(call, listing.Next)),
            listing.Items.Select(item =>
            {
                var version = Contents(call, item, withOwner: true);
                version.Name = S3Xml.Namespace + "Version";
                version.Add(S3Xml.Element("VersionId", "null"), S3Xml.Element("IsLatest", "true"));
                return version;
            }),
            Prefixes(call, listing)));
    }

    private Listing Read(S3Call call, string after)
    {
        var (prefix, delimiter) = (call.Query("prefix") ?? "", call.Query("delimiter") ?? "");
        var maximum = Maximum(call);
        return environment.Store.Read(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            return Collect(session, call.Bucket, prefix, delimiter, after, maximum);
        });
    }

    private static Listing Collect(StoreSession session, string bucket, string prefix, string delimiter, string after, int maximum)
    {
        var listing = new Listing(maximum);
        while (listing.Items.Count + listing.Prefixes.Count <= maximum)
        {
            var batch = session.List(BucketStore.Objects(bucket), prefix, after, maximum + 1);
            if (batch.Count == 0)
                return listing;
            foreach (var item in batch)
            {
                // A full page has more behind it only when something further turns up.
                if (listing.Items.Count + listing.Prefixes.Count == maximum)
                {
                    listing.Next = maximum == 0 ? null : after;
                    return listing;
                }
                var cut = delimiter.Length == 0 ? -1 : item.Key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
                if (cut < 0)
                {
                    listing.Items.Add(item);
                    after = item.Key;
                    continue;
                }
                var common = item.Key[..(cut + delimiter.Length)];
                listing.Prefixes.Add(common);
                // Past every key under the common prefix: no key sorts behind the last code point.
                after = common + "\U0010FFFF";
                break;
            }
        }
        return listing;
    }

    private static object?[] Common(S3Call call, Listing listing) =>
    [
        S3Xml.Element("Name", call.Bucket),
        S3Xml.Element("Prefix", Encode(call, call.Query("prefix") ?? "")),
        call.Query("delimiter") is { } delimiter ? S3Xml.Element("Delimiter", Encode(call, delimiter)) : null,
        S3Xml.Element("MaxKeys", listing.Maximum),
        call.Query("encoding-type") is { } encoding ? S3Xml.Element("EncodingType", encoding) : null,
        S3Xml.Element("IsTruncated", listing.Next is null ? "false" : "true"),
    ];

    private static XElement Contents(S3Call call, StoredItem item, bool withOwner) => S3Xml.Element("Contents",
        S3Xml.Element("Key", Encode(call, item.Key)),
        S3Xml.Element("LastModified", S3Xml.Time((long)item.Value["Modified"]!)),
        S3Xml.Element("ETag", (string?)item.Value["ETag"]),
        S3Xml.Element("Size", (long)item.Value["Size"]!),
        S3Xml.Element("StorageClass", "STANDARD"),
        withOwner ? S3Xml.Element("Owner", S3Xml.Element("ID", call.Context.AccountId)) : null);

    private static IEnumerable<XElement> Prefixes(S3Call call, Listing listing) =>
        listing.Prefixes.Select(prefix => S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", Encode(call, prefix))));

    private static string Encode(S3Call call, string text) => call.Query("encoding-type") switch
    {
        null => text,
        "url" => UriEncoding.Encode(text, keepSlash: true),
        _ => throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request"),
    };

    private static int Maximum(S3Call call)
    {
        if (call.Query("max-keys") is not { } text)
            return 1000;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 1000)
            : throw S3Errors.InvalidArgument("Provided max-keys not an integer or within integer range");
    }

    private sealed class Listing(int maximum)
    {
        public int Maximum => maximum;

        public List<StoredItem> Items { get; } = [];

        public List<string> Prefixes { get; } = [];

        /// <summary>Where the next page starts; null on the last.</summary>
        public string? Next { get; set; }
    }
}
