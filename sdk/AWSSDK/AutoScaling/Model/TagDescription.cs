using Amazon.Common;

namespace Amazon.AutoScaling.Model;

public class TagDescription
{
    public string? Key { get; set; }
    public bool? PropagateAtLaunch { get; set; }
    public string? ResourceId { get; set; }
    public string? ResourceType { get; set; }
    public string? Value { get; set; }

    internal static TagDescription Read(XmlAnswer answer) => new()
    {
        Key = answer.Text("Key"),
        PropagateAtLaunch = answer.Boolean("PropagateAtLaunch"),
        ResourceId = answer.Text("ResourceId"),
        ResourceType = answer.Text("ResourceType"),
        Value = answer.Text("Value"),
    };
}
