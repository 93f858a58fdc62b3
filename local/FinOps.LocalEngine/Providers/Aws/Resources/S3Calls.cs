using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Amazon.Util;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>rest-xml with path-style addresses: <c>/bucket/key?subresource</c>.</summary>
internal static class S3Calls
{
    private static readonly XNamespace _namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static Task<AwsResponse> S3Async(
        this AwsSession aws,
        string operation,
        HttpMethod method,
        string bucket,
        ResourceCall call,
        CancellationToken cancellationToken,
        string? key = null,
        XElement? xml = null,
        ReadOnlyMemory<byte> body = default,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        params KeyValuePair<string, string>[] query)
    {
        var content = xml is null ? body : Encoding.UTF8.GetBytes(Qualify(xml).ToString(SaveOptions.DisableFormatting));
        var all = new Dictionary<string, string>(headers ?? [], StringComparer.Ordinal);
        if (!content.IsEmpty)
        {
            all.TryAdd("content-type", xml is null ? "application/octet-stream" : "application/xml");
            // Some bucket settings are refused without a checksum of the document.
            if (xml is not null)
                all["x-amz-checksum-sha256"] = Convert.ToBase64String(SHA256.HashData(content.Span));
        }
        var path = "/" + AWSSDKUtils.UrlEncode(bucket, path: false) + (key is null ? "" : "/" + AWSSDKUtils.UrlEncode(key, path: true));
        return aws.Client.SendAsync(new AwsRequest(AwsApi.S3, operation, method, path, call.Region) { Query = query, Headers = all, Body = content }, cancellationToken);
    }

    public static XElement Xml(AwsResponse response) => AwsErrors.WithoutNamespaces(XElement.Parse(Encoding.UTF8.GetString(response.Body)));

    public static XElement TagSet(IEnumerable<KeyValuePair<string, string>> tags) => new("Tagging", new XElement("TagSet", tags
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));

    private static XElement Qualify(XElement element) => new(
        _namespace + element.Name.LocalName,
        element.Attributes(),
        element.HasElements ? element.Elements().Select(Qualify) : element.Value);
}
