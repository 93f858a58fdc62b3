using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

public class LookupEventsRequest : AmazonCloudTrailRequest
{
    public DateTime? StartTime { get; set; }
    public DateTime? EndTime { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class LookupEventsResponse : AmazonWebServiceResponse
{
    public List<Event>? Events { get; set; }
    public string? NextToken { get; set; }
}

public class Event
{
    public string? EventId { get; set; }
    public string? EventName { get; set; }
    public string? EventSource { get; set; }
    public DateTime? EventTime { get; set; }
    public string? Username { get; set; }

    /// <summary>The whole record, as JSON.</summary>
    public string? CloudTrailEvent { get; set; }
}
