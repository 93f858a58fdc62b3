using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>A function's configuration as create and update have it in common.</summary>
internal static class LambdaShapes
{
    private static readonly JsonShape _shape = new(
        ("deadLetterConfig", "DeadLetterConfig"), ("kmsKeyArn", "KMSKeyArn"), ("commands", "Command"), ("entryPoints", "EntryPoint"));

    public static JsonObject Configuration(PropertyMap inputs)
    {
        var input = _shape.Object(inputs,
            "deadLetterConfig", "description", "ephemeralStorage", "handler", "imageConfig", "kmsKeyArn", "layers",
            "loggingConfig", "memorySize", "role", "runtime", "timeout", "tracingConfig", "vpcConfig");
        // Variable names are the user's own and keep their case.
        if (inputs.ObjectOf("environment") is { } environment)
            input["Environment"] = new JsonObject { ["Variables"] = JsonShape.TextMap(environment.TextMapOf("variables")) };
        if (inputs.ObjectOf("snapStart")?.TextOf("applyOn") is { } applyOn)
            input["SnapStart"] = new JsonObject { ["ApplyOn"] = applyOn };
        return input;
    }
}
