using System.Xml.Linq;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:iam/serviceLinkedRole:ServiceLinkedRole; the id is the ARN. A role that exists already is refused, as the provider does: it may be another stack's.</summary>
internal sealed class ServiceLinkedRole(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var answer = await aws.IamAsync("CreateServiceLinkedRole", cancellationToken,
            ("AWSServiceName", call.Inputs.RequiredText("awsServiceName")), ("CustomSuffix", call.Inputs.TextOf("customSuffix")), ("Description", call.Inputs.TextOf("description")));
        var result = Result(answer.Element("Role")!);
        if (call.Tags.Count > 0)
            await aws.IamAsync("TagRole", cancellationToken, [("RoleName", Name(result.Id)), .. IamCalls.TagFields(call.Tags)]);
        return result;
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = Name(call.Id);
        if (call.Changed("description"))
            await aws.IamAsync("UpdateRole", cancellationToken, ("RoleName", name), ("Description", call.Inputs.TextOf("description") ?? ""));
        if (call.TagsToSet.Count > 0)
            await aws.IamAsync("TagRole", cancellationToken, [("RoleName", name), .. IamCalls.TagFields(call.TagsToSet)]);
        if (call.TagsToRemove.Count > 0)
            await aws.IamAsync("UntagRole", cancellationToken, [("RoleName", name), .. IamCalls.TagKeyFields(call.TagsToRemove)]);
        return Result((await aws.IamAsync("GetRole", cancellationToken, ("RoleName", name))).Element("Role")!);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        aws.IamAsync("DeleteServiceLinkedRole", cancellationToken, ("RoleName", Name(call.Id))).Unless("NoSuchEntity");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var role = aws.IamAsync("GetRole", cancellationToken, ("RoleName", Name(call.Id)));
        if (!await role.Unless("NoSuchEntity"))
            return null;
        var live = (await role).Element("Role")!;
        return Result(live).Reading(AnswerReader.Read(call, AnswerReader.Json(live), JsonShape.Plain, "description"), LiveTags.OfXml(live.Element("Tags")));
    }

    private static string Name(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static Applied Result(XElement role) => Applied.Of(
        role.Element("Arn")!.Value,
        ("arn", role.Element("Arn")!.Value),
        ("name", role.Element("RoleName")!.Value),
        ("path", role.Element("Path")!.Value),
        ("uniqueId", role.Element("RoleId")!.Value),
        ("createDate", role.Element("CreateDate")!.Value));
}
