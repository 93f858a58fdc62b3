using Amazon.Common;

namespace Amazon.RDS.Model;

public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }

    internal static Tag Read(XmlAnswer answer) => new() { Key = answer.Text("Key"), Value = answer.Text("Value") };
}
