using Amazon.Common;

namespace Amazon.EC2.Model;

public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }

    internal static Tag Read(XmlAnswer answer) => new() { Key = answer.Text("key"), Value = answer.Text("value") };
}
