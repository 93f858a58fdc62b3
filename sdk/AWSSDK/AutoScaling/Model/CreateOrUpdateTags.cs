using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class CreateOrUpdateTagsRequest : AmazonAutoScalingRequest
{
    public List<Tag>? Tags { get; set; }

    internal void WriteTo(QueryForm form) => form.AddEach("Tags.member", Tags, (name, tag) =>
    {
        form.Add($"{name}.Key", tag.Key);
        form.Add($"{name}.PropagateAtLaunch", tag.PropagateAtLaunch);
        form.Add($"{name}.ResourceId", tag.ResourceId);
        form.Add($"{name}.ResourceType", tag.ResourceType);
        form.Add($"{name}.Value", tag.Value);
    });
}

public class CreateOrUpdateTagsResponse : AmazonWebServiceResponse
{
    internal static CreateOrUpdateTagsResponse Read(XmlAnswer answer) => new();
}

public class Tag
{
    public string? Key { get; set; }

    /// <summary>Whether instances that the group launches get the tag too.</summary>
    public bool? PropagateAtLaunch { get; set; }

    /// <summary>Name of the group.</summary>
    public string? ResourceId { get; set; }

    /// <summary>auto-scaling-group.</summary>
    public string? ResourceType { get; set; }

    public string? Value { get; set; }
}
