using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <summary>
/// Reads the error of any protocol: <c>{"__type": "ns#Code:uri", "message": ".."}</c>, header <c>x-amzn-errortype</c>,
/// or XML with <c>Code</c> and <c>Message</c> somewhere inside.
/// </summary>
internal static class AwsErrors
{
    public static AwsCallException Read(AwsRequest request, HttpResponseMessage response, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var header = response.Headers.TryGetValues("x-amzn-errortype", out var values) ? values.First() : null;
        var (code, message) = text.TrimStart() switch
        {
            ['{', ..] json => FromJson(json),
            ['<', ..] xml => FromXml(xml),
            _ => (null, text),
        };
        // A HEAD answer has no body; S3 tells by the status alone.
        return new AwsCallException(request, response.StatusCode, header ?? code ?? $"Http{(int)response.StatusCode}", message ?? response.ReasonPhrase ?? "");
    }

    public static XElement WithoutNamespaces(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
        element.HasElements ? element.Elements().Select(WithoutNamespaces) : element.Value);

    private static (string? Code, string? Message) FromJson(string text)
    {
        try
        {
            var error = JsonNode.Parse(text) as JsonObject;
            return ((string?)(error?["__type"] ?? error?["code"]), (string?)(error?["message"] ?? error?["Message"]));
        }
        catch (JsonException)
        {
            return (null, text);
        }
    }

    private static (string? Code, string? Message) FromXml(string text)
    {
        try
        {
            var root = WithoutNamespaces(XElement.Parse(text));
            return (root.DescendantsAndSelf("Code").FirstOrDefault()?.Value, root.DescendantsAndSelf("Message").FirstOrDefault()?.Value);
        }
        catch (XmlException)
        {
            return (null, text);
        }
    }
}
