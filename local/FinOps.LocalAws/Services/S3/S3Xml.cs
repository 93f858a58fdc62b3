using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace FinOps.LocalAws.Services.S3;

/// <summary>XML as S3 sends and takes it: one namespace outgoing, none insisted on incoming.</summary>
internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>An element of S3's namespace.</summary>
    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>Reads a body whose root must have the given name.</summary>
    /// <exception cref="Wire.AwsError">MalformedXML.</exception>
    public static XElement Parse(ReadOnlyMemory<byte> body, string root)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var element = XElement.Load(reader);
            return element.Name.LocalName == root ? element : throw S3Errors.MalformedXml($"the root is {element.Name.LocalName}, not {root}");
        }
        catch (XmlException exception)
        {
            throw S3Errors.MalformedXml(exception.Message);
        }
    }

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static string? Child(this XElement element, string name) => element.Children(name).FirstOrDefault()?.Value;

    public static string Time(long unixMilliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a TagSet; at most the given number of tags, each key once.</summary>
    public static Dictionary<string, string> ParseTags(ReadOnlyMemory<byte> body, int maximum)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in Parse(body, "Tagging").Children("TagSet").Elements())
            if (tag.Child("Key") is not { Length: > 0 and <= 128 } key || (tag.Child("Value") ?? "").Length > 256)
                throw new Wire.AwsError("InvalidTag", "The TagKey or TagValue you have provided is invalid");
            else if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw new Wire.AwsError("InvalidTag", "System tags cannot be added/updated by requester");
            else if (!tags.TryAdd(key, tag.Child("Value") ?? ""))
                throw new Wire.AwsError("InvalidTag", "Cannot provide multiple Tags with the same key");
        return tags.Count <= maximum ? tags : throw new Wire.AwsError("BadRequest", $"Object tags cannot be greater than {maximum}");
    }

    public static XElement WriteTags(IEnumerable<KeyValuePair<string, string>> tags) => Element("Tagging", Element("TagSet",
        tags.Select(tag => Element("Tag", Element("Key", tag.Key), Element("Value", tag.Value)))));
}
