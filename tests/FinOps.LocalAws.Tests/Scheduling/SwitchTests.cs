using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Scheduling;

/// <summary>Starting and stopping in member accounts, with the clients that the functions use. Each test has an account of its own.</summary>
public sealed class SwitchTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private SyntheticOrganization Organization => endpoint.Server.Organization;

    [Fact]
    public async Task Instances_OfAnAccount_AreThoseOfTheOrganizationWithTheirTags()
    {
        var (account, region) = AccountWith(resources => resources.Count(IsFree) >= 5, 0);
        using var client = await Ec2Async(account, region);
        var expected = Organization.ResourcesOf(account, region).Where(IsInstance).OrderBy(resource => resource.Id, StringComparer.Ordinal).ToList();

        var found = new List<Amazon.EC2.Model.Instance>();
        string? token = null;
        do
        {
            var page = await client.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 5, NextToken = token });
            found.AddRange(page.Reservations!.SelectMany(reservation => reservation.Instances!));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(expected.Select(resource => resource.Id), found.Select(instance => instance.InstanceId));
        Assert.All(found.Zip(expected), pair =>
        {
            Assert.Equal(pair.Second.InstanceType, pair.First.InstanceType!.Value);
            Assert.Equal(pair.Second.Live.Tags.Count, pair.First.Tags?.Count ?? 0);
            Assert.Equal(InstanceStateName.Running, pair.First.State!.Name);
        });
        var scheduled = await client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new() { Name = "tag-key", Values = ["Schedule"] }, new() { Name = "instance-state-name", Values = ["running"] }] });
        Assert.Equal(expected.Count(resource => resource.Live.Tags.ContainsKey("Schedule")), scheduled.Reservations?.Count ?? 0);
    }

    [Fact]
    public async Task StopInstances_OneBadIdAmongGoodOnes_StopsNone()
    {
        var (account, region) = AccountWith(resources => resources.Count(IsFree) >= 2, 1);
        using var client = await Ec2Async(account, region);
        var ids = Organization.ResourcesOf(account, region).Where(IsFree).Select(resource => resource.Id).Take(2).ToList();

        Assert.Equal("InvalidInstanceID.NotFound", await CodeAsync(() => client.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [.. ids, "i-0none"] })));
        Assert.Equal("InvalidInstanceID.Malformed", await CodeAsync(() => client.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [.. ids, "none"] })));
        Assert.All(await StatesAsync(client, ids), state => Assert.Equal("running", state));

        var stopping = await client.StopInstancesAsync(new StopInstancesRequest { InstanceIds = ids });
        Assert.All(stopping.StoppingInstances!, change => Assert.Equal(("running", "stopping"), (change.PreviousState!.Name!.Value, change.CurrentState!.Name!.Value)));
        Assert.Equal("IncorrectInstanceState", await CodeAsync(() => client.StartInstancesAsync(new StartInstancesRequest { InstanceIds = ids })));
        Assert.All(await StatesAsync(client, ids), state => Assert.Equal("stopped", state));
        var stopped = (await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [ids[0]] })).Reservations![0].Instances![0];
        Assert.Matches(@"^User initiated \(20\d\d-\d\d-\d\d \d\d:\d\d:\d\d GMT\)$", stopped.StateTransitionReason);

        await client.StartInstancesAsync(new StartInstancesRequest { InstanceIds = ids });
        Assert.All(await StatesAsync(client, ids), state => Assert.Equal("running", state));
    }

    [Fact]
    public async Task StopInstances_SpotOrDryRun_IsRefusedInAwsWords()
    {
        var (account, region) = AccountWith(resources => resources.Any(IsSpot) && resources.Any(IsFree), 0);
        var resources = Organization.ResourcesOf(account, region).ToList();
        using var client = await Ec2Async(account, region);
        using var calls = SignedCalls.As(endpoint.Server, await SessionAsync(account));
        calls.Region = region;

        Assert.Equal("UnsupportedOperation", await CodeAsync(() => client.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [resources.First(IsSpot).Id] })));
        var dry = await Assert.ThrowsAsync<RefusedException>(() => calls.QueryAsync("ec2", "2016-11-15", "StopInstances", ("InstanceId.1", resources.First(IsFree).Id), ("DryRun", "true")));
        Assert.Equal((412, "DryRunOperation"), (dry.Status, dry.Code));
    }

    [Fact]
    public async Task Group_SetToZero_HasNoInstancesUntilItIsSetBack()
    {
        var (account, region) = AccountWith(resources => resources.Any(resource => IsInstance(resource) && resource.Group is not null) && resources.Any(resource => resource.Live.Type == "autoscaling:autoScalingGroup"), 0);
        using var client = new AmazonAutoScalingClient(await MemberKeys.OfAsync(endpoint.Server, account.Id), MemberKeys.Config<AmazonAutoScalingConfig>(endpoint.Server, region));
        using var ec2 = await Ec2Async(account, region);
        var group = (await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest())).AutoScalingGroups!.Single();
        var members = group.Instances!.Select(instance => instance.InstanceId!).ToList();

        await client.CreateOrUpdateTagsAsync(new CreateOrUpdateTagsRequest { Tags = [new() { Key = "ScheduleSizes", Value = "min=1", ResourceId = group.AutoScalingGroupName, ResourceType = "auto-scaling-group", PropagateAtLaunch = false }] });
        await client.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = group.AutoScalingGroupName, MinSize = 0, MaxSize = 0, DesiredCapacity = 0 });

        var zero = (await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { Filters = [new() { Name = "tag:ScheduleSizes", Values = ["min=1"] }] })).AutoScalingGroups!.Single();
        Assert.Equal((0, 0, 0, null), (zero.MinSize, zero.MaxSize, zero.DesiredCapacity, zero.Instances));
        Assert.Equal(group.Tags?.Count ?? 0, zero.Tags!.Count - 1);
        Assert.All(await StatesAsync(ec2, members), state => Assert.Equal("terminated", state));
        Assert.Equal("ValidationError", await CodeAsync(() => client.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = group.AutoScalingGroupName, DesiredCapacity = 2 })));
        Assert.Equal("ValidationError", await CodeAsync(() => client.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = "none", DesiredCapacity = 2 })));

        await client.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = group.AutoScalingGroupName, MinSize = group.MinSize, MaxSize = group.MaxSize, DesiredCapacity = group.DesiredCapacity });
        Assert.All(await StatesAsync(ec2, members), state => Assert.Equal("running", state));
    }

    private static bool IsInstance(SyntheticResource resource) => resource.Live.Type == "ec2:instance";

    private static bool IsSpot(SyntheticResource resource) => IsInstance(resource) && resource.Group is null && resource.Id[^1] is 'q' or 'z' or '7';

    private static bool IsFree(SyntheticResource resource) => IsInstance(resource) && resource.Group is null && !IsSpot(resource);

    private static async Task<string?> CodeAsync<T>(Func<Task<T>> call) => (await Assert.ThrowsAnyAsync<AmazonServiceException>(call)).ErrorCode;

    private static async Task<List<string>> StatesAsync(AmazonEC2Client client, List<string> ids) =>
        [.. (await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ids })).Reservations!.SelectMany(reservation => reservation.Instances!).Select(instance => instance.State!.Name!.Value)];

    private (SyntheticAccount Account, string Region) AccountWith(Func<IReadOnlyList<SyntheticResource>, bool> has, int skip) => Organization.PlacesWith(has).ElementAt(skip);

    private async Task<AmazonEC2Client> Ec2Async(SyntheticAccount account, string region) =>
        new(await MemberKeys.OfAsync(endpoint.Server, account.Id), MemberKeys.Config<AmazonEC2Config>(endpoint.Server, region));

    private async Task<RoleSession> SessionAsync(SyntheticAccount account)
    {
        var keys = await (await MemberKeys.OfAsync(endpoint.Server, account.Id)).GetCredentialsAsync();
        return new RoleSession(keys.AccessKey, keys.SecretKey, keys.Token);
    }
}
