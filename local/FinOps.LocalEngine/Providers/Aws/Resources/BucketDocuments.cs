using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>S3's XML documents from the provider's inputs. Element order is S3's.</summary>
internal static class BucketDocuments
{
    public static JsonShape Shape { get; } = new(
        ("id", "ID"), ("noncurrentVersionTransitions", "NoncurrentVersionTransition"), ("rules", "Rule"), ("tags", "Tag"), ("transitions", "Transition"));

    public static XElement Versioning(PropertyMap inputs) =>
        new("VersioningConfiguration", Text("Status", inputs.ObjectOf("versioningConfiguration"), "status"), Text("MfaDelete", inputs.ObjectOf("versioningConfiguration"), "mfaDelete"));

    public static XElement PublicAccessBlock(PropertyMap inputs) => new("PublicAccessBlockConfiguration",
        Flag("BlockPublicAcls", inputs, "blockPublicAcls"),
        Flag("IgnorePublicAcls", inputs, "ignorePublicAcls"),
        Flag("BlockPublicPolicy", inputs, "blockPublicPolicy"),
        Flag("RestrictPublicBuckets", inputs, "restrictPublicBuckets"));

    public static XElement OwnershipControls(PropertyMap inputs) =>
        new("OwnershipControls", new XElement("Rule", Text("ObjectOwnership", inputs.ObjectOf("rule"), "objectOwnership")));

    public static XElement Encryption(PropertyMap inputs) => new("ServerSideEncryptionConfiguration", inputs.ObjectsOf("rules").Select(rule => new XElement("Rule",
        rule.ObjectOf("applyServerSideEncryptionByDefault") is { } byDefault
            ? new XElement("ApplyServerSideEncryptionByDefault", Text("SSEAlgorithm", byDefault, "sseAlgorithm"), Text("KMSMasterKeyID", byDefault, "kmsMasterKeyId"))
            : null,
        rule.FlagOf("bucketKeyEnabled") is null ? null : Flag("BucketKeyEnabled", rule, "bucketKeyEnabled"))));

    public static XElement Lifecycle(PropertyMap inputs) => new("LifecycleConfiguration", inputs.ObjectsOf("rules").Select(rule => new XElement("Rule",
        Text("ID", rule, "id"),
        Filter(rule),
        Text("Status", rule, "status"),
        Nested("AbortIncompleteMultipartUpload", rule.ObjectOf("abortIncompleteMultipartUpload"), "daysAfterInitiation"),
        Nested("Expiration", rule.ObjectOf("expiration"), "date", "days", "expiredObjectDeleteMarker"),
        Nested("NoncurrentVersionExpiration", rule.ObjectOf("noncurrentVersionExpiration"), "noncurrentDays", "newerNoncurrentVersions"),
        rule.ObjectsOf("noncurrentVersionTransitions").Select(t => Nested("NoncurrentVersionTransition", t, "noncurrentDays", "storageClass", "newerNoncurrentVersions")),
        rule.ObjectsOf("transitions").Select(t => Nested("Transition", t, "date", "days", "storageClass")))));

    private static XElement Filter(PropertyMap rule)
    {
        if (rule.TextOf("prefix") is { } prefix)
            return new XElement("Prefix", prefix);
        var filter = rule.ObjectOf("filter") ?? PropertyMap.Empty;
        if (filter.ObjectOf("and") is { } and)
            return new XElement("Filter", new XElement("And",
                Nested("And", and, "prefix")?.Elements(),
                and.TextMapOf("tags").OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value))),
                Nested("And", and, "objectSizeGreaterThan", "objectSizeLessThan")?.Elements()));
        return new XElement("Filter",
            Nested("Filter", filter, "prefix", "objectSizeGreaterThan", "objectSizeLessThan")?.Elements(),
            Nested("Tag", filter.ObjectOf("tag"), "key", "value"));
    }

    private static XElement? Nested(string element, PropertyMap? map, params string[] members) => map is null ? null : new XElement(element, members
        .Select(member => (Name: char.ToUpperInvariant(member[0]) + member[1..], Value: Scalar(map.Find(member))))
        .Where(member => member.Value is not null)
        .Select(member => new XElement(member.Name, member.Value)));

    private static string? Scalar(PropertyValue? value) => value switch
    {
        StringValue text => text.Value,
        BoolValue flag => flag.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static XElement? Text(string element, PropertyMap? map, string member) => map?.TextOf(member) is { } text ? new XElement(element, text) : null;

    private static XElement Flag(string element, PropertyMap map, string member) => new(element, map.FlagOf(member) == true ? "true" : "false");
}
