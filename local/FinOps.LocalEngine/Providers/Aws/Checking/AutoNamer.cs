using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Checking;

/// <summary>
/// Gives a resource without an explicit name the one that Pulumi gives: logical name, a dash, seven hex digits.
/// An update keeps the name that was generated before; the digits come from the seed, so preview and update agree.
/// </summary>
internal static partial class AutoNamer
{
    private static readonly Dictionary<string, string> _otherNames = new(StringComparer.Ordinal)
    {
        ["aws:cloudwatch/eventTarget:EventTarget"] = "targetId",
        ["aws:lambda/permission:Permission"] = "statementId",
        ["aws:rds/cluster:Cluster"] = "clusterIdentifier",
        ["aws:rds/instance:Instance"] = "identifier",
        ["aws:s3/bucket:Bucket"] = "bucket",
    };

    /// <summary>The property that carries the resource's own name, or null when the type has none.</summary>
    public static string? NameProperty(ResourceType type) =>
        _otherNames.TryGetValue(type.Token, out var property) ? property
        : type.Inputs.Find("name")?.Head == "string" ? "name"
        : null;

    public static PropertyMap Apply(ResourceType type, CheckRequest request)
    {
        var inputs = request.NewInputs;
        var property = NameProperty(type);
        if (property is null || type.Inputs.Find(property)?.Optional != true || inputs.Find(property) is not (null or NullValue))
            return inputs;

        var prefixProperty = property + "Prefix";
        var prefix = inputs.Find(prefixProperty)?.Plain() switch
        {
            StringValue text => text.Value,
            UnknownValue => null,
            _ => DefaultPrefix(type, request.Name),
        };
        if (prefix is null)
            return inputs.Set(property, PropertyValue.Unknown);
        if (request.OldInputs?.Text(property) is { } old && old.StartsWith(prefix, StringComparison.Ordinal) && Generated().IsMatch(old[prefix.Length..]))
            return inputs.Set(property, old);
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Seed)))[..7];
        var isFifo = inputs.Find("fifoQueue")?.Plain() is BoolValue { Value: true } || inputs.Find("fifoTopic")?.Plain() is BoolValue { Value: true };
        return inputs.Set(property, prefix + digits + (isFifo ? ".fifo" : ""));
    }

    private static string DefaultPrefix(ResourceType type, string name) => type.Token switch
    {
        "aws:kms/alias:Alias" => $"alias/{name}-",
        // S3 wants lower case.
        "aws:s3/bucket:Bucket" => name.ToLowerInvariant() + "-",
        _ => name + "-",
    };

    [GeneratedRegex(@"^[0-9a-f]{7}(\.fifo)?$")]
    private static partial Regex Generated();
}
