using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudformation/stackSet:StackSet; the id is the name. Of its permission models, the service-managed one with a template in the call.</summary>
internal sealed class StackSet(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        return await SendAsync(call, "CreateStackSet", cancellationToken, Fields(call, name)).Unless("NameAlreadyExistsException")
            ? await ReadBackAsync(call, name, cancellationToken)
            : await UpdateAsync(call with { Id = name }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await SendAsync(call, "UpdateStackSet", cancellationToken, Fields(call, call.Id));
        return await ReadBackAsync(call, call.Id, cancellationToken);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteStackSet", cancellationToken, ("StackSetName", call.Id), ("CallAs", call.Inputs.TextOf("callAs"))).Unless("StackSetNotFoundException");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadBackAsync(call, call.Id, cancellationToken);
        }
        catch (AwsCallException refusal) when (refusal.Is("StackSetNotFoundException"))
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

    private async Task<Applied> ReadBackAsync(ResourceCall call, string name, CancellationToken cancellationToken)
    {
        var set = (await SendAsync(call, "DescribeStackSet", cancellationToken, ("StackSetName", name), ("CallAs", call.Inputs.TextOf("callAs")))).Element("StackSet")!;
        var properties = PropertyMap.Of(
            ("arn", set.Element("StackSetARN")!.Value), ("name", name), ("stackSetId", set.Element("StackSetId")!.Value),
            ("capabilities", PropertyValue.Of(set.Element("Capabilities")!.Elements().Select(capability => PropertyValue.Of(capability.Value)))));
        foreach (var (property, element) in ((string, string)[])[("description", "Description"), ("permissionModel", "PermissionModel"), ("templateBody", "TemplateBody")])
            if (set.Element(element) is { } text)
                properties = properties.Set(property, text.Value);
        return new Applied(name, properties);
    }

    private Task<XElement> SendAsync(ResourceCall call, string operation, CancellationToken cancellationToken, params (string, string?)[] fields) =>
        aws.QueryAsync(AwsApi.CloudFormation, operation, IamCalls.Fields(fields), cancellationToken, call.Region);

    private static string? Flag(bool? flag) => flag switch { null => null, true => "true", false => "false" };
}
