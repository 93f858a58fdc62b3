using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>A function's configuration as create and update have it in common.</summary>
internal static class LambdaShapes
{
    private static readonly JsonShape _shape = new(
        ("deadLetterConfig", "DeadLetterConfig"), ("kmsKeyArn", "KMSKeyArn"), ("name", "FunctionName"), ("commands", "Command"), ("entryPoints", "EntryPoint"));

    private static readonly string[] _settings =
    [
        "deadLetterConfig", "description", "ephemeralStorage", "handler", "imageConfig", "kmsKeyArn", "layers",
        "loggingConfig", "memorySize", "role", "runtime", "timeout", "tracingConfig", "vpcConfig",
    ];

    public static PropertyMap Read(ResourceCall call, JsonObject live) =>
        AnswerReader.Read(call, live, _shape, ["architectures", "environment", "name", "packageType", "snapStart", .. _settings]);

    public static PropertyMap Defaults(string name) => Applied.ParseDefaults("""
        {
          "architectures": ["x86_64"], "description": "", "environment": {"variables": {}}, "ephemeralStorage": {"size": 512}, "memorySize": 128, "packageType": "Zip",
          "reservedConcurrentExecutions": -1, "snapStart": {"applyOn": "None"}, "timeout": 3, "tracingConfig": {"mode": "PassThrough"}
        }
        """).Set("loggingConfig", PropertyMap.Of(("logFormat", "Text"), ("logGroup", "/aws/lambda/" + name)));

    public static JsonObject Configuration(PropertyMap inputs)
    {
        var input = _shape.Object(inputs, _settings);
        // Variable names are the user's own and keep their case.
        if (inputs.ObjectOf("environment") is { } environment)
            input["Environment"] = new JsonObject { ["Variables"] = JsonShape.TextMap(environment.TextMapOf("variables")) };
        if (inputs.ObjectOf("snapStart")?.TextOf("applyOn") is { } applyOn)
            input["SnapStart"] = new JsonObject { ["ApplyOn"] = applyOn };
        return input;
    }
}
