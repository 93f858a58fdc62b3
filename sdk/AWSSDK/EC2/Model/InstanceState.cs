using Amazon.Common;

namespace Amazon.EC2.Model;

public class InstanceState
{
    public int? Code { get; set; }
    public InstanceStateName? Name { get; set; }

    internal static InstanceState Read(XmlAnswer answer) => new()
    {
        Code = answer.Integer("code"),
        Name = answer.Text("name") is { } name ? new InstanceStateName(name) : null,
    };
}
