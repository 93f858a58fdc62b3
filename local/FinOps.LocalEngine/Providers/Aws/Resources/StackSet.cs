using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudformation/stackSet:StackSet; the id is the name. Of its permission models, the service-managed one with a template in the call.</summary>
internal sealed class StackSet(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        return await SendAsync(call, "CreateStackSet", cancellationToken, Fields(call, name)).Unless("NameAlreadyExists")
            ? await ReadBackAsync(call, name, cancellationToken)
            : await UpdateAsync(call with { Id = name }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "UpdateStackSet", cancellationToken, Fields(call, call.Id));
        return await ReadBackAsync(call, call.Id, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteStackSet", cancellationToken, ("StackSetName", call.Id), ("CallAs", call.Inputs.TextOf("callAs"))).Unless("StackSetNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var set = await DescribeAsync(call, call.Id, cancellationToken);
            var live = AnswerReader.Read(call, AnswerReader.Json(set), JsonShape.Plain, "autoDeployment", "description", "managedExecution", "permissionModel", "templateBody")
                .Set("capabilities", PropertyValue.Of(set.Element("Capabilities")!.Elements().Select(capability => PropertyValue.Of(capability.Value))));
            return Result(set).Reading(live, LiveTags.OfXml(set.Element("Tags")));
        }
        catch (AwsCallException refusal) when (refusal.Is("StackSetNotFound"))
        {
            return null;
        }
    }

    private static (string, string?)[] Fields(ResourceCall call, string name)
    {
        var inputs = call.Inputs;
        var deployment = inputs.ObjectOf("autoDeployment");
        return
        [
            ("StackSetName", name),
            ("Description", inputs.TextOf("description")),
            ("PermissionModel", inputs.TextOf("permissionModel")),
            ("CallAs", inputs.TextOf("callAs")),
            ("TemplateBody", inputs.TextOf("templateBody")),
            ("AutoDeployment.Enabled", Flag(deployment?.FlagOf("enabled"))),
            ("AutoDeployment.RetainStacksOnAccountRemoval", Flag(deployment?.FlagOf("retainStacksOnAccountRemoval"))),
            ("ManagedExecution.Active", Flag(inputs.ObjectOf("managedExecution")?.FlagOf("active"))),
            .. inputs.TextsOf("capabilities").Select((capability, at) => (IamCalls.Indexed("Capabilities.member.", at, ""), (string?)capability)),
            .. IamCalls.TagFields(call.Tags),
        ];
    }

    private async Task<XElement> DescribeAsync(ResourceCall call, string name, CancellationToken cancellationToken) =>
        (await SendAsync(call, "DescribeStackSet", cancellationToken, ("StackSetName", name), ("CallAs", call.Inputs.TextOf("callAs")))).Element("StackSet")!;

    private async Task<Applied> ReadBackAsync(ResourceCall call, string name, CancellationToken cancellationToken) => Result(await DescribeAsync(call, name, cancellationToken));

    private static Applied Result(XElement set) => Applied.Of(
        set.Element("StackSetName")!.Value,
        ("arn", set.Element("StackSetARN")!.Value), ("name", set.Element("StackSetName")!.Value), ("stackSetId", set.Element("StackSetId")!.Value));

    private Task<XElement> SendAsync(ResourceCall call, string operation, CancellationToken cancellationToken, params (string, string?)[] fields) =>
        aws.QueryAsync(AwsApi.CloudFormation, operation, IamCalls.Fields(fields), cancellationToken, call.Region);

    private static string? Flag(bool? flag) => flag switch { null => null, true => "true", false => "false" };
}
