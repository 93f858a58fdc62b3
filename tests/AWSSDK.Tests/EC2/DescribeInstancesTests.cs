using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.EC2;

public sealed class DescribeInstancesTests
{
    private const string Page = """
        <?xml version="1.0" encoding="UTF-8"?>
        <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r-1</requestId>
          <reservationSet><item><reservationId>r-0a</reservationId><ownerId>111111111111</ownerId><instancesSet>
            <item><instanceId>i-1</instanceId><instanceState><code>80</code><name>stopped</name></instanceState><reason>User initiated (2026-03-06 18:00:12 GMT)</reason>
              <instanceType>t3.medium</instanceType><launchTime>2026-03-01T08:00:00.000Z</launchTime><platformDetails>Linux/UNIX</platformDetails>
              <tagSet><item><key>Schedule</key><value>a&lt;b&gt; &amp; "c"</value></item></tagSet></item>
            <item><instanceId>i-2</instanceId><instanceState><code>16</code><name>running</name></instanceState><instanceLifecycle>spot</instanceLifecycle><tagSet/></item>
          </instancesSet></item></reservationSet><nextToken>more</nextToken></DescribeInstancesResponse>
        """;

    [Fact]
    public async Task DescribeInstances_AFilterAndATokenToSend_AreAFormAndTheAnswerIsTyped()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(200, Page, "text/xml"));
        using var client = new AmazonEC2Client(Clients.Credentials, Clients.For<AmazonEC2Config>(server));

        var page = await client.DescribeInstancesAsync(new DescribeInstancesRequest
        {
            MaxResults = 50,
            NextToken = "a+b=",
            Filters = [new Filter { Name = "tag-key", Values = ["Schedule"] }, new Filter { Name = "instance-state-name", Values = ["running", "stopped"] }],
        });

        Assert.Equal(
            "Action=DescribeInstances&Version=2016-11-15&Filter.1.Name=tag-key&Filter.1.Value.1=Schedule&Filter.2.Name=instance-state-name"
            + "&Filter.2.Value.1=running&Filter.2.Value.2=stopped&MaxResults=50&NextToken=a%2Bb%3D",
            server.Requests[0].Body);
        Assert.Contains("/us-east-1/ec2/aws4_request", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("more", page.NextToken);
        var reservation = Assert.Single(page.Reservations!);
        Assert.Equal("111111111111", reservation.OwnerId);
        var (stopped, spot) = (reservation.Instances![0], reservation.Instances[1]);
        Assert.Equal(("i-1", InstanceStateName.Stopped, 80), (stopped.InstanceId, stopped.State!.Name, stopped.State.Code));
        Assert.Equal(new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc), stopped.LaunchTime);
        Assert.Equal("a<b> & \"c\"", Assert.Single(stopped.Tags!).Value);
        Assert.Null(stopped.InstanceLifecycle);
        Assert.Equal(InstanceLifecycleType.Spot, spot.InstanceLifecycle);
        Assert.Null(spot.Tags);
    }

    [Fact]
    public async Task StopInstances_OneBadId_ThrowsWithAwsCode()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """
            <Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID 'i-9' does not exist</Message></Error></Errors><RequestID>r-2</RequestID></Response>
            """, "text/xml"));
        using var client = new AmazonEC2Client(Clients.Credentials, Clients.For<AmazonEC2Config>(server));

        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.StopInstancesAsync(new StopInstancesRequest { InstanceIds = ["i-1", "i-9"] }));

        Assert.Equal(("InvalidInstanceID.NotFound", "The instance ID 'i-9' does not exist", "r-2"), (refused.ErrorCode, refused.Message, refused.RequestId));
        Assert.Equal("Action=StopInstances&Version=2016-11-15&InstanceId.1=i-1&InstanceId.2=i-9", server.Requests[0].Body);
    }

    [Fact]
    public async Task DescribeRegions_Throttled_IsTriedAgain()
    {
        await using var server = await FakeServer.StartAsync(request => request.Number == 0
            ? new FakeResponse(503, "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>slower</Message></Error></Errors></Response>", "text/xml")
            : new FakeResponse(200, "<DescribeRegionsResponse><regionInfo><item><regionName>af-south-1</regionName><regionEndpoint>ec2.af-south-1.amazonaws.com</regionEndpoint><optInStatus>not-opted-in</optInStatus></item></regionInfo></DescribeRegionsResponse>", "text/xml"));
        using var client = new AmazonEC2Client(Clients.Credentials, Clients.For<AmazonEC2Config>(server, retries: 2));

        var answer = await client.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = true });

        Assert.Equal(("af-south-1", "not-opted-in"), (answer.Regions![0].RegionName, answer.Regions[0].OptInStatus));
        Assert.Equal(HttpStatusCode.OK, answer.HttpStatusCode);
        Assert.Equal("Action=DescribeRegions&Version=2016-11-15&AllRegions=true", server.Requests[1].Body);
    }
}
