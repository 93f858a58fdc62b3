using System.Globalization;
using System.Xml.Linq;

namespace Amazon.Common;

/// <summary>An element of an XML answer, read by local names: each service has a namespace of its own.</summary>
internal sealed class XmlAnswer(XElement element)
{
    public XmlAnswer? Child(string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name) is { } found ? new XmlAnswer(found) : null;

    /// <summary>Null when it is absent.</summary>
    public string? Text(string name) => Child(name)?.Value;

    public int? Integer(string name) => Text(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    public bool? Boolean(string name) => Text(name) is { Length: > 0 } text ? bool.Parse(text) : null;

    /// <summary>A time such as <c>2026-03-01T08:00:00.000Z</c>, in UTC.</summary>
    public DateTime? Time(string name) => Text(name) is { Length: > 0 } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;

    /// <summary>Null when the list is absent or empty, as the official models have it.</summary>
    public List<T>? List<T>(string name, string item, Func<XmlAnswer, T> read)
    {
        var found = Child(name)?.Items(item).Select(read).ToList();
        return found is { Count: > 0 } ? found : null;
    }

    public List<string>? Texts(string name, string item) => List(name, item, each => each.Value);

    private string Value => element.Value;

    private IEnumerable<XmlAnswer> Items(string item) => element.Elements().Where(child => child.Name.LocalName == item).Select(child => new XmlAnswer(child));
}
