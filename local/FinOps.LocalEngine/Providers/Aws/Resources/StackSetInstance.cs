using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudformation/stackSetInstance:StackSetInstance on organizational units; the id is <c>set,ou-a/ou-b,region</c>.</summary>
internal sealed class StackSetInstance(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (set, units, region) = Target(call);
        await SendAsync(call, "CreateStackInstances", cancellationToken, [.. Fields(set, units, region)]);
        return await ReadBackAsync(call, set, units, region, cancellationToken);
    }

    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => CreateAsync(call, cancellationToken);

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (set, units, region) = Target(call);
        return SendAsync(call, "DeleteStackInstances", cancellationToken, [.. Fields(set, units, region), ("RetainStacks", call.Inputs.FlagOf("retainStack") == true ? "true" : "false")]).Unless("StackSetNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var (set, units, region) = call.Id.Split(',') is [var name, var ids, var where] ? (name, ids.Split('/'), where) : Target(call);
            var read = await ReadBackAsync(call, set, units, region, cancellationToken);
            return read.Computed.Find("stackInstanceSummaries") is ListValue { Items.Length: > 0 } ? read : null;
        }
        catch (AwsCallException refusal) when (refusal.Is("StackSetNotFound"))
        {
            return null;
        }
    }

    private static (string Set, string[] Units, string Region) Target(ResourceCall call) => (
        call.Inputs.RequiredText("stackSetName"),
        [.. call.Inputs.ObjectOf("deploymentTargets")?.TextsOf("organizationalUnitIds") ?? []],
        call.Inputs.TextOf("stackSetInstanceRegion") ?? call.Region);

    private static IEnumerable<(string, string?)> Fields(string set, string[] units, string region) =>
    [
        ("StackSetName", set),
        ("Regions.member.1", region),
        .. units.Select((unit, at) => (IamCalls.Indexed("DeploymentTargets.OrganizationalUnitIds.member.", at, ""), (string?)unit)),
    ];

    private async Task<Applied> ReadBackAsync(ResourceCall call, string set, string[] units, string region, CancellationToken cancellationToken)
    {
        var summaries = new List<PropertyValue>();
        string? token = null;
        do
        {
            var page = await SendAsync(call, "ListStackInstances", cancellationToken, ("StackSetName", set), ("NextToken", token));
            summaries.AddRange(page.Element("Summaries")!.Elements()
                .Where(instance => units.Contains(instance.Element("OrganizationalUnitId")!.Value) && instance.Element("Region")!.Value == region)
                .Select(instance => (PropertyValue)PropertyMap.Of(
                    ("accountId", instance.Element("Account")!.Value),
                    ("organizationalUnitId", instance.Element("OrganizationalUnitId")!.Value),
                    ("stackId", instance.Element("StackId")!.Value))));
            token = page.Element("NextToken")?.Value;
        }
        while (token is not null);
        return Applied.Of($"{set},{string.Join('/', units)},{region}", ("stackSetName", set), ("stackSetInstanceRegion", region), ("stackInstanceSummaries", PropertyValue.Of(summaries)));
    }

    private Task<XElement> SendAsync(ResourceCall call, string operation, CancellationToken cancellationToken, params (string, string?)[] fields) =>
        aws.QueryAsync(AwsApi.CloudFormation, operation, IamCalls.Fields([.. fields, ("CallAs", call.Inputs.TextOf("callAs"))]), cancellationToken, call.Region);
}
