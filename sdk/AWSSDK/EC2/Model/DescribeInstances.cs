using Amazon.Common;
using Amazon.Runtime;

namespace Amazon.EC2.Model;

public class DescribeInstancesRequest : AmazonEC2Request
{
    public List<Filter>? Filters { get; set; }
    public List<string>? InstanceIds { get; set; }

    /// <summary>5 to 1000; not together with instance ids.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }

    internal void WriteTo(QueryForm form)
    {
        Filter.WriteTo(form, Filters);
        form.Add("InstanceId", InstanceIds);
        form.Add("MaxResults", MaxResults);
        form.Add("NextToken", NextToken);
    }
}

public class DescribeInstancesResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<Reservation>? Reservations { get; set; }

    internal static DescribeInstancesResponse Read(XmlAnswer answer) => new()
    {
        NextToken = answer.Text("nextToken"),
        Reservations = answer.List("reservationSet", "item", Reservation.Read),
    };
}

public class Reservation
{
    public List<Instance>? Instances { get; set; }
    public string? OwnerId { get; set; }
    public string? ReservationId { get; set; }

    internal static Reservation Read(XmlAnswer answer) => new()
    {
        Instances = answer.List("instancesSet", "item", Instance.Read),
        OwnerId = answer.Text("ownerId"),
        ReservationId = answer.Text("reservationId"),
    };
}
