using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using FinOps.Core.Problems;
using FinOps.Core.Rollout.Evidence;
using FinOps.Functions.Organizations;
using Moq;

namespace FinOps.Functions.Tests.Organizations;

public sealed class EventHistoryReaderTests
{
    private static readonly DateTimeOffset _from = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReadAsync_EmptyPagesAndBrokenRecords_LoseNothing()
    {
        var asked = new List<(DateTime? Start, string? Token)>();
        var trail = Trail(request =>
        {
            asked.Add((request.StartTime, request.NextToken));
            return request.NextToken switch
            {
                null => new LookupEventsResponse { Events = [Entry("e-1")], NextToken = "a" },
                "a" => new LookupEventsResponse { NextToken = "b" },
                _ => new LookupEventsResponse { Events = [new Event { EventId = "e-2", CloudTrailEvent = "{}" }, Entry("e-3")] },
            };
        });
        var taken = new List<CloudTrailEvent>();

        var reading = await new EventHistoryReader(trail, "test").ReadAsync(_from, taken.Add, CancellationToken.None);

        Assert.Equal([(_from.UtcDateTime, null), (_from.UtcDateTime, "a"), (_from.UtcDateTime, "b")], asked);
        Assert.Equal(["e-1", "e-3"], taken.Select(call => call.Id));
        Assert.Equal((2L, 1L, false), (reading.Events, reading.MalformedRecords, reading.IsWhole));
        Assert.StartsWith("event e-2: ", Assert.Single(reading.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Refused_SaysWhichPermission()
    {
        var trail = Trail(_ => throw new AmazonCloudTrailException("no", null, Amazon.Runtime.ErrorType.Sender, "AccessDeniedException", "r", System.Net.HttpStatusCode.BadRequest));

        var refused = await Assert.ThrowsAsync<ProblemException>(() => new EventHistoryReader(trail, "test").ReadAsync(_from, _ => { }, CancellationToken.None));

        Assert.Contains("FIN5002 test: cloudtrail:LookupEvents", refused.Message, StringComparison.Ordinal);
    }

    private static IAmazonCloudTrail Trail(Func<LookupEventsRequest, LookupEventsResponse> answer)
    {
        var trail = new Mock<IAmazonCloudTrail>();
        trail.Setup(each => each.LookupEventsAsync(It.IsAny<LookupEventsRequest>(), It.IsAny<CancellationToken>()))
            .Returns((LookupEventsRequest request, CancellationToken _) => Task.FromResult(answer(request)));
        return trail.Object;
    }

    private static Event Entry(string id) => new()
    {
        EventId = id,
        CloudTrailEvent = $$"""
            {"eventID":"{{id}}","eventTime":"2026-03-02T10:00:00Z","eventSource":"s3.amazonaws.com","eventName":"DeleteBucket","recipientAccountId":"111122223333",
             "eventType":"AwsApiCall","userIdentity":{"type":"IAMUser","accountId":"111122223333","arn":"arn:aws:iam::111122223333:user/a"} }
            """,
    };
}
