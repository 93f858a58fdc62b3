using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>Query protocol calls of IAM and SNS: flat fields, lists as <c>Name.member.1</c>.</summary>
internal static class IamCalls
{
    public static Task<XElement> IamAsync(this AwsSession aws, string operation, CancellationToken cancellationToken, params (string Name, string? Value)[] fields) =>
        aws.QueryAsync(AwsApi.Iam, operation, Fields(fields), cancellationToken);

    public static IEnumerable<KeyValuePair<string, string>> Fields(params IEnumerable<(string Name, string? Value)> fields) =>
        fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!));

    public static IEnumerable<(string Name, string? Value)> TagFields(IEnumerable<KeyValuePair<string, string>> tags) => tags
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .SelectMany((tag, i) => new (string, string?)[] { (Indexed("Tags.member.", i, ".Key"), tag.Key), (Indexed("Tags.member.", i, ".Value"), tag.Value) });

    public static IEnumerable<(string Name, string? Value)> TagKeyFields(IEnumerable<string> keys) =>
        keys.Select((key, i) => (Indexed("TagKeys.member.", i, ""), (string?)key));

    /// <summary>IAM answers documents percent-encoded.</summary>
    public static string Document(XElement answer, string name) => Uri.UnescapeDataString(answer.Element(name)!.Value);

    /// <summary>Lists count from one.</summary>
    public static string Indexed(string before, int index, string after) => before + (index + 1).ToString(CultureInfo.InvariantCulture) + after;
}
