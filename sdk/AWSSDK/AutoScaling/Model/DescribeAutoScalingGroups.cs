using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class DescribeAutoScalingGroupsRequest : AmazonAutoScalingRequest
{
    public List<string>? AutoScalingGroupNames { get; set; }
    public List<Filter>? Filters { get; set; }

    /// <summary>1 to 100.</summary>
    public int? MaxRecords { get; set; }

    public string? NextToken { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("AutoScalingGroupNames.member", AutoScalingGroupNames);
        form.AddEach("Filters.member", Filters, (name, filter) =>
        {
            form.Add($"{name}.Name", filter.Name);
            form.Add($"{name}.Values.member", filter.Values);
        });
        form.Add("MaxRecords", MaxRecords);
        form.Add("NextToken", NextToken);
    }
}

public class DescribeAutoScalingGroupsResponse : AmazonWebServiceResponse
{
    public List<AutoScalingGroup>? AutoScalingGroups { get; set; }
    public string? NextToken { get; set; }

    internal static DescribeAutoScalingGroupsResponse Read(XmlAnswer answer) => new()
    {
        AutoScalingGroups = answer.List("AutoScalingGroups", "member", AutoScalingGroup.Read),
        NextToken = answer.Text("NextToken"),
    };
}

public class Filter
{
    /// <summary>tag-key, tag-value, propagate-at-launch or tag:KEY.</summary>
    public string? Name { get; set; }

    public List<string>? Values { get; set; }
}
