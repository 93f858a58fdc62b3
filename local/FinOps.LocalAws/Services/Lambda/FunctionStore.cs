using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Where functions are kept: <c>{ Configuration, Statements }</c> by account, region and name; packages by their hash.</summary>
internal static partial class FunctionStore
{
    /// <summary>Packages, keyed by the lower-case hex SHA-256 of the zip.</summary>
    public const string Code = "lambda/code";

    public static readonly TagStore Tags = new("lambda", LambdaErrors.InvalidParameter);

    public static string Collection(CallContext context) => $"lambda/functions/{context.AccountId}/{context.Region}";

    public static string Arn(CallContext context, string name) => $"arn:aws:lambda:{context.Region}:{context.AccountId}:function:{name}";

    public static JsonObject Require(StoreSession session, RestCall call) => Require(session, call.Context, Name(call));

    public static JsonObject Require(StoreSession session, CallContext context, string name) =>
        session.Get(Collection(context), name) ?? throw LambdaErrors.FunctionNotFound(Arn(context, name));

    public static void Save(StoreSession session, CallContext context, JsonObject function) =>
        session.Put(Collection(context), (string)function["Configuration"]!["FunctionName"]!, function);

    /// <summary>The name in the path, which may be a name, a whole ARN or part of one; only $LATEST exists.</summary>
    public static string Name(RestCall call) => Name(call.Context, call.Path("FunctionName"), call.Query("Qualifier"));

    public static string Name(CallContext context, string given, string? qualifier)
    {
        if (NamePattern().Match(given) is not { Success: true } match)
            throw LambdaErrors.InvalidParameter($"1 validation error detected: Value '{given}' at 'functionName' failed to satisfy constraint: Member must be a function name or ARN");
        var name = match.Groups["name"].Value;
        var version = match.Groups["version"] is { Success: true, Value: var suffix } ? suffix : qualifier;
        if (version is not (null or "$LATEST") || (match.Groups["account"] is { Success: true, Value: var account } && account != context.AccountId))
            throw LambdaErrors.FunctionNotFound($"{Arn(context, name)}:{version}");
        return name;
    }

    /// <summary>Forgets packages that no function of any account uses; answers their hashes.</summary>
    public static IReadOnlyList<string> DropUnusedCode(StoreSession session, string hash)
    {
        if (session.ListAllUnder("lambda/functions/").Any(item => (string?)item.Value["CodeHash"] == hash))
            return [];
        session.Delete(Code, hash);
        return [hash];
    }

    [GeneratedRegex(@"^(arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:)?((?<account>\d{12}):)?(function:)?(?<name>[a-zA-Z0-9-_]{1,64})(:(?<version>\$LATEST|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex NamePattern();
}
