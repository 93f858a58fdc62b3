using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:lambda/permission:Permission: one statement of a function's policy.</summary>
internal sealed class LambdaPermission(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("principalOrgId", "PrincipalOrgID"));

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var statement = call.Inputs.RequiredText("statementId");
        var input = _shape.Object(call.Inputs, "action", "eventSourceToken", "functionUrlAuthType", "invokedViaFunctionUrl", "principal", "principalOrgId", "sourceAccount", "sourceArn");
        input["StatementId"] = statement;
        Task<JsonObject> Add() => aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "AddPermission", HttpMethod.Post, Path(call.Inputs), input, cancellationToken, Qualifier(call.Inputs));
        if (!await Add().Unless("ResourceConflict"))
        {
            await DeleteAsync(call with { Id = statement }, cancellationToken);
            await Add();
        }
        return Applied.Of(statement, ("statementId", statement));
    }

    /// <summary>Every input forces a replacement.</summary>
    public Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) => CreateAsync(call, cancellationToken);

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => aws.Client
        .RestJsonAsync(AwsApi.Lambda, call.Region, "RemovePermission", HttpMethod.Delete, $"{Path(call.Inputs)}/{Uri.EscapeDataString(call.Id)}", null, cancellationToken, Qualifier(call.Inputs))
        .Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var policy = aws.Client.RestJsonAsync(AwsApi.Lambda, call.Region, "GetPolicy", HttpMethod.Get, Path(call.Inputs), null, cancellationToken, Qualifier(call.Inputs));
        if (!await policy.Unless("ResourceNotFound"))
            return null;
        var statements = JsonNode.Parse((string)(await policy)["Policy"]!)!["Statement"] as JsonArray ?? [];
        if (statements.FirstOrDefault(statement => (string?)statement!["Sid"] == call.Id) is not { } found)
            return null;
        var condition = found["Condition"];
        var principal = found["Principal"] is JsonObject kinds ? kinds.First().Value : found["Principal"];
        var told = new JsonObject
        {
            ["Action"] = found["Action"]?.DeepClone(),
            // Of an account, AWS makes the ARN of its root.
            ["Principal"] = (string?)principal is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal) && arn.EndsWith(":root", StringComparison.Ordinal) ? arn.Split(':')[4] : (string?)principal,
            ["SourceArn"] = condition?["ArnLike"]?["AWS:SourceArn"]?.DeepClone(),
            ["SourceAccount"] = condition?["StringEquals"]?["AWS:SourceAccount"]?.DeepClone(),
            ["PrincipalOrgID"] = condition?["StringEquals"]?["aws:PrincipalOrgID"]?.DeepClone(),
        };
        return Applied.Of(call.Id, ("statementId", call.Id)).Reading(AnswerReader.Read(call, told, _shape, "action", "principal", "sourceArn", "sourceAccount", "principalOrgId"));
    }

    private static string Path(PropertyMap inputs) => $"/2015-03-31/functions/{Uri.EscapeDataString(inputs.RequiredText("function"))}/policy";

    private static KeyValuePair<string, string>[] Qualifier(PropertyMap inputs) => inputs.TextOf("qualifier") is { } qualifier ? [new("Qualifier", qualifier)] : [];
}
