using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Organization.Synthetic.Resources;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Authorization;

/// <summary>Policies that look at the tags of what is called.</summary>
public sealed class ResourceTagTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Policy = """
        [{"Effect":"Allow","Action":["ec2:StopInstances","autoscaling:UpdateAutoScalingGroup"],"Resource":"*",
          "Condition":{"StringEquals":{"aws:ResourceTag/Environment":["dev","sandbox"]},"Null":{"aws:ResourceTag/Schedule":"false"} } },
         {"Effect":"Allow","Action":"autoscaling:CreateOrUpdateTags","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["ScheduleSizes"]} } },
         {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Environment":"prod"} } }]
        """;

    [Fact]
    public async Task StopInstances_OnlyWhatHasTheTags()
    {
        await EachAsync("ec2:instance", resource => resource.Group is null && resource.Id[^1] is not ('q' or 'z' or '7'), async (calls, resource) =>
            await OutcomeAsync(() => calls.QueryAsync("ec2", "2016-11-15", "StopInstances", ("InstanceId.1", resource.Id))), "UnauthorizedOperation");
    }

    [Fact]
    public async Task UpdateAutoScalingGroup_OnlyWhatHasTheTags() =>
        await EachAsync("autoscaling:autoScalingGroup", _ => true, async (calls, resource) =>
            await OutcomeAsync(() => calls.QueryAsync("autoscaling", "2011-01-01", "UpdateAutoScalingGroup", ("AutoScalingGroupName", resource.Id), ("MaxSize", "9"))), "AccessDenied");

    [Fact]
    public async Task CreateOrUpdateTags_OnlyTheKeyThatIsAllowed()
    {
        var (account, resource) = All("autoscaling:autoScalingGroup").First(each => each.Resource.Live.Tags.GetValueOrDefault("Environment") == "dev");
        using var calls = await SessionAsync(account, resource.Live.Region, Policy);

        Assert.Null(await TagAsync("ScheduleSizes"));
        Assert.Equal("AccessDenied", await TagAsync("Environment"));
        Assert.Equal("AccessDenied", await TagAsync("ScheduleSizes", "Environment"));
        // What is not there has no tags to look at: the service says so itself.
        Assert.Equal("ValidationError", await OutcomeAsync(() => calls.QueryAsync("autoscaling", "2011-01-01", "UpdateAutoScalingGroup", ("AutoScalingGroupName", "none"))));

        Task<string?> TagAsync(params string[] keys) => OutcomeAsync(() => calls.QueryAsync("autoscaling", "2011-01-01", "CreateOrUpdateTags",
            [.. keys.SelectMany((key, at) => new[] { ($"Tags.member.{at + 1}.Key", key), ($"Tags.member.{at + 1}.Value", "dev"), ($"Tags.member.{at + 1}.ResourceId", resource.Id) })]));
    }

    /// <summary>Resources of each kind of tagging: some are called, some are refused.</summary>
    private async Task EachAsync(string type, Func<SyntheticResource, bool> fits, Func<SignedCalls, SyntheticResource, Task<string?>> call, string refusal)
    {
        var cases = All(type).Where(each => fits(each.Resource)).GroupBy(each => (Environment: each.Resource.Live.Tags.GetValueOrDefault("Environment"), Scheduled: each.Resource.Live.Tags.ContainsKey("Schedule"))).Select(group => group.First()).ToList();
        var allowed = 0;
        foreach (var (account, resource) in cases)
        {
            var tags = resource.Live.Tags;
            var may = tags.GetValueOrDefault("Environment") is "dev" or "sandbox" && tags.Keys.Count(key => key.Equals("Schedule", StringComparison.OrdinalIgnoreCase)) == 1;
            using var calls = await SessionAsync(account, resource.Live.Region, Policy);
            Assert.Equal(may ? null : refusal, await call(calls, resource));
            allowed += may ? 1 : 0;
        }
        Assert.InRange(allowed, 1, cases.Count - 3);
    }

    private IEnumerable<(SyntheticAccount Account, SyntheticResource Resource)> All(string type) =>
        from account in endpoint.Server.Organization.Accounts.Skip(1)
        from resource in endpoint.Server.Organization.ResourcesOf(account)
        where resource.Live.Type == type
        select (account, resource);

    private async Task<SignedCalls> SessionAsync(SyntheticAccount account, string region, string statements)
    {
        var keys = await (await MemberKeys.OfAsync(endpoint.Server, account.Id)).GetCredentialsAsync();
        using var owner = SignedCalls.As(endpoint.Server, new RoleSession(keys.AccessKey, keys.SecretKey, keys.Token));
        await OutcomeAsync(() => owner.QueryAsync("iam", "2010-05-08", "CreateRole", ("RoleName", "switcher"), ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}""")));
        await owner.QueryAsync("iam", "2010-05-08", "PutRolePolicy", ("RoleName", "switcher"), ("PolicyName", "switch"), ("PolicyDocument", $$"""{"Version":"2012-10-17","Statement":{{statements}}}"""));
        var session = SignedCalls.As(endpoint.Server, endpoint.Server.AssumeRoleAs("lambda.amazonaws.com", $"arn:aws:iam::{account.Id}:role/switcher", "test"));
        session.Region = region;
        return session;
    }

    private static async Task<string?> OutcomeAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
