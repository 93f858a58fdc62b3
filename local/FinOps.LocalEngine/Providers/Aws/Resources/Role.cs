using System.Globalization;
using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:iam/role:Role, with its inline and managed policies where they are given.</summary>
internal sealed class Role(AwsSession aws) : IResourceHandler
{
    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""{"maxSessionDuration":3600,"path":"/"}""");

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var inputs = call.Inputs;
        var created = aws.IamAsync("CreateRole", cancellationToken, [
            ("RoleName", inputs.RequiredText("name")),
            ("AssumeRolePolicyDocument", PolicyDocument.Text(inputs.Find("assumeRolePolicy"))),
            ("Path", inputs.TextOf("path")),
            ("Description", inputs.TextOf("description")),
            ("MaxSessionDuration", Number(inputs, "maxSessionDuration")),
            ("PermissionsBoundary", inputs.TextOf("permissionsBoundary")),
            .. IamCalls.TagFields(call.Tags)]);
        if (!await created.Unless("EntityAlreadyExists"))
            return await UpdateAsync(call with { Id = inputs.RequiredText("name") }, cancellationToken);
        await ApplyPoliciesAsync(call, cancellationToken);
        return Result((await created).Element("Role")!);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var inputs = call.Inputs;
        await aws.IamAsync("UpdateAssumeRolePolicy", cancellationToken, ("RoleName", call.Id), ("PolicyDocument", PolicyDocument.Text(inputs.Find("assumeRolePolicy"))));
        if (call.Changed("description", "maxSessionDuration"))
            await aws.IamAsync("UpdateRole", cancellationToken, ("RoleName", call.Id), ("Description", inputs.TextOf("description") ?? ""), ("MaxSessionDuration", Number(inputs, "maxSessionDuration")));
        if (call.Changed("permissionsBoundary") && inputs.TextOf("permissionsBoundary") is { } boundary)
            await aws.IamAsync("PutRolePermissionsBoundary", cancellationToken, ("RoleName", call.Id), ("PermissionsBoundary", boundary));
        else if (call.Changed("permissionsBoundary"))
            await aws.IamAsync("DeleteRolePermissionsBoundary", cancellationToken, ("RoleName", call.Id)).Unless("NoSuchEntity");
        if (call.TagsToSet.Count > 0)
            await aws.IamAsync("TagRole", cancellationToken, [("RoleName", call.Id), .. IamCalls.TagFields(call.TagsToSet)]);
        if (call.TagsToRemove.Count > 0)
            await aws.IamAsync("UntagRole", cancellationToken, [("RoleName", call.Id), .. IamCalls.TagKeyFields(call.TagsToRemove)]);
        await ApplyPoliciesAsync(call, cancellationToken);
        return Result((await aws.IamAsync("GetRole", cancellationToken, ("RoleName", call.Id))).Element("Role")!);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        foreach (var arn in call.Inputs.FlagOf("forceDetachPolicies") == true ? await AttachedAsync(call, cancellationToken) : call.Inputs.TextsOf("managedPolicyArns"))
            await aws.IamAsync("DetachRolePolicy", cancellationToken, ("RoleName", call.Id), ("PolicyArn", arn)).Unless("NoSuchEntity");
        foreach (var name in Inline(call.Inputs).Keys)
            await aws.IamAsync("DeleteRolePolicy", cancellationToken, ("RoleName", call.Id), ("PolicyName", name)).Unless("NoSuchEntity");
        await aws.IamAsync("DeleteRole", cancellationToken, ("RoleName", call.Id)).Unless("NoSuchEntity");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var role = aws.IamAsync("GetRole", cancellationToken, ("RoleName", call.Id));
        if (!await role.Unless("NoSuchEntity"))
            return null;
        var live = (await role).Element("Role")!;
        var told = AnswerReader.Read(call, AnswerReader.Json(live), JsonShape.Plain, "description", "maxSessionDuration", "path")
            .Set("assumeRolePolicy", IamCalls.Document(live, "AssumeRolePolicyDocument"))
            .Set("permissionsBoundary", live.Element("PermissionsBoundary")?.Element("PermissionsBoundaryArn")?.Value is { } arn ? arn : PropertyValue.Null);
        // Policies of resources of their own are not the role's matter.
        if (call.Inputs.ContainsKey("managedPolicyArns"))
            told = told.Set("managedPolicyArns", PropertyValue.Of((await AttachedAsync(call, cancellationToken)).Select(arn => (PropertyValue)arn)));
        if (call.Inputs.ContainsKey("inlinePolicies"))
            told = told.Set("inlinePolicies", await InlineAsync(call, cancellationToken));
        return Result(live).Reading(told, LiveTags.OfXml(live.Element("Tags")));
    }

    private async Task<PropertyValue> InlineAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var names = (await aws.IamAsync("ListRolePolicies", cancellationToken, ("RoleName", call.Id))).Descendants("member").Select(member => member.Value);
        var policies = new List<PropertyValue>();
        foreach (var name in names)
        {
            var policy = await aws.IamAsync("GetRolePolicy", cancellationToken, ("RoleName", call.Id), ("PolicyName", name));
            policies.Add(PropertyMap.Of(("name", name), ("policy", IamCalls.Document(policy, "PolicyDocument"))));
        }
        return PropertyValue.Of(policies);
    }

    private async Task<IReadOnlyList<string>> AttachedAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var attached = aws.IamAsync("ListAttachedRolePolicies", cancellationToken, ("RoleName", call.Id));
        return await attached.Unless("NoSuchEntity") ? [.. (await attached).Descendants("PolicyArn").Select(arn => arn.Value)] : [];
    }

    private async Task ApplyPoliciesAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        foreach (var arn in call.OldInputs.TextsOf("managedPolicyArns").Except(call.Inputs.TextsOf("managedPolicyArns")))
            await aws.IamAsync("DetachRolePolicy", cancellationToken, ("RoleName", call.Inputs.RequiredText("name")), ("PolicyArn", arn)).Unless("NoSuchEntity");
        foreach (var arn in call.Inputs.TextsOf("managedPolicyArns"))
            await aws.IamAsync("AttachRolePolicy", cancellationToken, ("RoleName", call.Inputs.RequiredText("name")), ("PolicyArn", arn));
        var wanted = Inline(call.Inputs);
        foreach (var name in Inline(call.OldInputs).Keys.Except(wanted.Keys))
            await aws.IamAsync("DeleteRolePolicy", cancellationToken, ("RoleName", call.Inputs.RequiredText("name")), ("PolicyName", name)).Unless("NoSuchEntity");
        foreach (var (name, policy) in wanted)
            await aws.IamAsync("PutRolePolicy", cancellationToken, ("RoleName", call.Inputs.RequiredText("name")), ("PolicyName", name), ("PolicyDocument", policy));
    }

    private static Dictionary<string, string> Inline(PropertyMap inputs) => inputs.ObjectsOf("inlinePolicies")
        .Where(policy => policy.TextOf("name") is not null)
        .ToDictionary(policy => policy.RequiredText("name"), policy => PolicyDocument.Text(policy.Find("policy")), StringComparer.Ordinal);

    private static string? Number(PropertyMap inputs, string name) => inputs.NumberOf(name)?.ToString(CultureInfo.InvariantCulture);

    private static Applied Result(XElement role) => Applied.Of(
        role.Element("RoleName")!.Value,
        ("name", role.Element("RoleName")!.Value),
        ("arn", role.Element("Arn")!.Value),
        ("path", role.Element("Path")?.Value ?? "/"),
        ("uniqueId", role.Element("RoleId")!.Value),
        ("createDate", role.Element("CreateDate")!.Value));
}
