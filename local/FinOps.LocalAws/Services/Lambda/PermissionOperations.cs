using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>The resource policy of a function, one statement a permission.</summary>
internal sealed class PermissionOperations(LocalAwsEnvironment environment)
{
    public JsonNode Add(RestCall call)
    {
        var input = call.Input;
        var id = input.Required("StatementId", 100);
        return environment.Store.Write(session =>
        {
            var function = FunctionStore.Require(session, call);
            CheckRevision(input.Optional("RevisionId"), function);
            var statements = function["Statements"]!.AsArray();
            if (statements.Any(each => (string?)each!["Sid"] == id))
                throw LambdaErrors.Conflict($"The statement id ({id}) provided already exists. Please provide a new statement id, or remove the existing statement.");
            var statement = Statement(input, id, (string)function["Configuration"]!["FunctionArn"]!);
            statements.Add(statement);
            Save(session, call, function);
            return new JsonObject { ["Statement"] = statement.ToJsonString() };
        });
    }

    public JsonNode Get(RestCall call) => environment.Store.Read(session =>
    {
        var function = FunctionStore.Require(session, call);
        var statements = function["Statements"]!.AsArray();
        if (statements.Count == 0)
            throw LambdaErrors.NotFound("The resource you requested does not exist.");
        return new JsonObject
        {
            ["Policy"] = new JsonObject { ["Version"] = "2012-10-17", ["Id"] = "default", ["Statement"] = statements.DeepClone() }.ToJsonString(),
            ["RevisionId"] = (string?)function["Configuration"]!["RevisionId"],
        };
    });

    public JsonNode Remove(RestCall call)
    {
        environment.Store.Write(session =>
        {
            var function = FunctionStore.Require(session, call);
            CheckRevision(call.Query("RevisionId"), function);
            var statements = function["Statements"]!.AsArray();
            var found = statements.FirstOrDefault(each => (string?)each!["Sid"] == call.Path("StatementId"))
                ?? throw LambdaErrors.NotFound($"Statement {call.Path("StatementId")} is not found in resource policy.");
            statements.Remove(found);
            Save(session, call, function);
        });
        return new JsonObject();
    }

    private static JsonObject Statement(JsonInput input, string id, string arn)
    {
        var principal = input.Required("Principal");
        var conditions = new JsonObject();
        if (input.Optional("SourceAccount") is { } account)
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        if (input.Optional("PrincipalOrgID") is { } organization)
            (conditions["StringEquals"] ??= new JsonObject())["aws:PrincipalOrgID"] = organization;
        if (input.Optional("SourceArn") is { } source)
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = source };
        var statement = new JsonObject
        {
            ["Sid"] = id,
            ["Effect"] = "Allow",
            ["Principal"] = principal switch
            {
                "*" => "*",
                _ when principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) => new JsonObject { ["Service"] = principal },
                _ when principal.Length == 12 && principal.All(char.IsAsciiDigit) => new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
                _ when principal.StartsWith("arn:", StringComparison.Ordinal) => new JsonObject { ["AWS"] = principal },
                _ => throw LambdaErrors.InvalidParameter("The provided principal was invalid. Please check the principal and try again."),
            },
            ["Action"] = input.Required("Action"),
            ["Resource"] = arn,
        };
        if (conditions.Count > 0)
            statement["Condition"] = conditions;
        return statement;
    }

    private static void CheckRevision(string? given, JsonObject function)
    {
        if (given is not null && given != (string?)function["Configuration"]!["RevisionId"])
            throw LambdaErrors.Stale();
    }

    private static void Save(Storage.StoreSession session, RestCall call, JsonObject function) => FunctionStore.Save(session, call.Context, function);
}
