using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

public class DescribeRegionsRequest : AmazonEC2Request
{
    /// <summary>Also regions that the account has not opted in to.</summary>
    public bool? AllRegions { get; set; }

    public List<Filter>? Filters { get; set; }
    public List<string>? RegionNames { get; set; }

    internal void WriteTo(QueryForm form)
    {
        form.Add("AllRegions", AllRegions);
        Filter.WriteTo(form, Filters);
        form.Add("RegionName", RegionNames);
    }
}

public class DescribeRegionsResponse : AmazonWebServiceResponse
{
    public List<Region>? Regions { get; set; }

    internal static DescribeRegionsResponse Read(XmlAnswer answer) => new() { Regions = answer.List("regionInfo", "item", Region.Read) };
}

public class Region
{
    public string? Endpoint { get; set; }

    /// <summary>opt-in-not-required, opted-in or not-opted-in.</summary>
    public string? OptInStatus { get; set; }

    public string? RegionName { get; set; }

    internal static Region Read(XmlAnswer answer) => new()
    {
        Endpoint = answer.Text("regionEndpoint"),
        OptInStatus = answer.Text("optInStatus"),
        RegionName = answer.Text("regionName"),
    };
}
