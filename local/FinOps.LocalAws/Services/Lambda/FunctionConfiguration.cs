using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Checks the settings of a function as Lambda does, and completes them with its defaults.</summary>
internal static class FunctionConfiguration
{
    private const int MaximumEnvironmentBytes = 4096;

    // What this endpoint could only pretend to have.
    private static readonly string[] Unsupported = ["Layers", "FileSystemConfigs", "ImageConfig", "CapacityProviderConfig", "DurableConfig", "TenancyConfig"];

    private static readonly string[] KeptAsGiven = ["VpcConfig", "DeadLetterConfig", "TracingConfig", "KMSKeyArn"];

    private static readonly HashSet<string> Reserved =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    /// <summary>Takes the members that the input has into the configuration.</summary>
    public static void Apply(JsonInput input, JsonObject configuration, StoreSession session, CallContext context)
    {
        foreach (var member in Unsupported)
            if (input.Body[member] is JsonArray { Count: > 0 } or JsonObject { Count: > 0 })
                throw LambdaErrors.InvalidParameter($"This endpoint does not have {member}.");
        if (input.Optional("Runtime") is { } runtime)
            configuration["Runtime"] = runtime is "provided.al2023" or "provided.al2"
                ? runtime
                : throw LambdaErrors.InvalidParameter($"This endpoint runs provided.al2023 and provided.al2, not {runtime}.");
        if (input.Optional("Role") is { } role)
            configuration["Role"] = CheckRole(role, session, context);
        if (input.Optional("Handler", 128) is { } handler)
            configuration["Handler"] = handler;
        if (input.Optional("Description", 256) is { } description)
            configuration["Description"] = description;
        if (input.Has("Timeout"))
            configuration["Timeout"] = input.Integer("Timeout", 3, 1, 900);
        if (input.Has("MemorySize"))
            configuration["MemorySize"] = input.Integer("MemorySize", 128, 128, 10_240);
        if (input.OptionalObject("EphemeralStorage") is { } storage)
            configuration["EphemeralStorage"] = new JsonObject { ["Size"] = storage.Integer("Size", 512, 512, 10_240) };
        if (input.OptionalObject("Environment") is { } environment)
            configuration["Environment"] = new JsonObject { ["Variables"] = Variables(environment) };
        if (input.OptionalObject("LoggingConfig") is { } logging)
            configuration["LoggingConfig"] = logging.Body.DeepClone();
        foreach (var member in KeptAsGiven)
            if (input.Has(member))
                configuration[member] = input.Body[member]!.DeepClone();
        configuration["RevisionId"] = Guid.NewGuid().ToString();
        configuration["LastModified"] = context.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
    }

    public static JsonObject Defaults(string name, CallContext context) => new()
    {
        ["FunctionName"] = name,
        ["FunctionArn"] = FunctionStore.Arn(context, name),
        ["Description"] = "",
        ["Timeout"] = 3,
        ["MemorySize"] = 128,
        ["Version"] = "$LATEST",
        ["PackageType"] = "Zip",
        ["State"] = "Active",
        ["LastUpdateStatus"] = "Successful",
        ["TracingConfig"] = new JsonObject { ["Mode"] = "PassThrough" },
        ["EphemeralStorage"] = new JsonObject { ["Size"] = 512 },
        ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "Text", ["LogGroup"] = $"/aws/lambda/{name}" },
    };

    public static void SetCode(JsonObject function, CodePackage package)
    {
        function["CodeHash"] = package.Hash;
        function["Configuration"]!["CodeSha256"] = package.Base64Hash;
        function["Configuration"]!["CodeSize"] = package.Zip.LongLength;
    }

    public static void SetArchitectures(JsonInput input, JsonObject configuration)
    {
        var given = input.Strings("Architectures");
        if (given.Count > 1 || given.Any(each => each is not ("x86_64" or "arm64")))
            throw LambdaErrors.InvalidParameter("Architectures must have one of x86_64 and arm64.");
        configuration["Architectures"] = new JsonArray(given.Count == 1 ? given[0] : (string?)configuration["Architectures"]?[0] ?? "x86_64");
    }

    private static JsonObject Variables(JsonInput environment)
    {
        var variables = environment.Map("Variables");
        var reserved = variables.Keys.Where(Reserved.Contains).Order(StringComparer.Ordinal).ToList();
        if (reserved.Count > 0)
            throw LambdaErrors.InvalidParameter("Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys "
                + $"that are currently not supported for modification. Reserved keys used in this request: {string.Join(", ", reserved)}");
        if (variables.Sum(pair => System.Text.Encoding.UTF8.GetByteCount(pair.Key + pair.Value)) > MaximumEnvironmentBytes)
            throw LambdaErrors.InvalidParameter("Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.");
        if (variables.Keys.FirstOrDefault(key => key.Length < 2 || !char.IsAsciiLetter(key[0]) || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) is { } bad)
            throw environment.Fault($"Variables.{bad}", "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]");
        return new JsonObject(variables.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
    }

    private static string CheckRole(string arn, StoreSession session, CallContext context)
    {
        if (arn.Split(':') is not [_, "aws", "iam", "", var account, var resource] || !resource.StartsWith("role/", StringComparison.Ordinal))
            throw LambdaErrors.InvalidParameter($"1 validation error detected: Value '{arn}' at 'role' failed to satisfy constraint: Member must be the ARN of a role");
        if (account != context.AccountId)
            throw LambdaErrors.Make("AccessDeniedException", "Cross-account pass role is not allowed.", 403);
        var role = session.Get(RoleStore.Collection(account), RoleStore.Key(resource.Split('/')[^1]));
        return role is not null && TrustPolicy.TrustsService((string)role["AssumeRolePolicyDocument"]!, "lambda.amazonaws.com")
            ? arn
            : throw LambdaErrors.InvalidParameter("The role defined for the function cannot be assumed by Lambda.");
    }
}
