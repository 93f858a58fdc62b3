using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Deployments;

/// <summary>
/// A result in the shape of <c>pulumi preview --json</c>, with <c>policyViolations</c>, <c>policyRemediations</c> and <c>kept</c> added, and <c>drift</c> at steps of a refresh. Secrets read <c>[secret]</c>.
/// </summary>
public static class DeploymentJson
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static string Write(DeploymentResult result) => ToJson(result).ToJsonString(_indented) + "\n";

    public static JsonObject ToJson(DeploymentResult result)
    {
        var json = new JsonObject
        {
            ["config"] = new JsonObject(result.Config.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value))),
            ["steps"] = Array(result.Steps, Step),
            ["diagnostics"] = Array(result.Diagnostics.Where(item => item.Severity != DiagnosticSeverity.Debug), Diagnostic),
            // Nanoseconds, as Go writes durations.
            ["duration"] = result.Times.Total.Ticks * 100,
            ["changeSummary"] = new JsonObject(result.ChangeSummary.Select(item => KeyValuePair.Create(Name(item.Key), (JsonNode?)item.Value))),
            ["policyViolations"] = Array(result.Violations, Violation),
            ["policyRemediations"] = Array(result.Remediations, Remediation),
            ["kept"] = Array(result.Kept, kept => new JsonObject { ["urn"] = kept.Urn, ["type"] = kept.Type, ["id"] = kept.Id, ["reason"] = JsonNamingPolicy.KebabCaseLower.ConvertName(kept.Reason.ToString()) }),
            ["outputs"] = PropertyJson.Masked.Write(result.Outputs),
            ["result"] = JsonNamingPolicy.KebabCaseLower.ConvertName(result.Outcome.ToString()),
        };
        if (result.Failure is { } failure)
        {
            json["error"] = failure;
        }

        return json;
    }

    private static string Name(StepOperation operation) => JsonNamingPolicy.KebabCaseLower.ConvertName(operation.ToString());

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);

    private static JsonArray Names(ImmutableArray<string> names) => Array(names, name => JsonValue.Create(name));

    private static JsonObject Step(DeploymentStep step)
    {
        var json = new JsonObject { ["op"] = Name(step.Operation), ["urn"] = step.Urn };
        if (step.Provider.Length > 0)
        {
            json["provider"] = step.Provider;
        }

        if (step.OldState is { } old)
        {
            json["oldState"] = State(old);
        }

        if (step.NewState is { } state)
        {
            json["newState"] = State(state);
        }

        if (step is { Operation: StepOperation.Refresh, OldState: { } before, NewState: { } now })
        {
            json["drift"] = Array(PropertyChange.Between(before, now), change => new JsonObject { ["path"] = change.Path, ["old"] = change.Old, ["new"] = change.New });
        }

        if (step.DiffReasons.Length > 0)
        {
            json["diffReasons"] = Names(step.DiffReasons);
        }

        if (step.ReplaceReasons.Length > 0)
        {
            json["replaceReasons"] = Names(step.ReplaceReasons);
        }

        return json;
    }

    private static JsonObject State(ResourceState state)
    {
        var json = new ResourceJson(PropertyJson.Masked).Write(state);
        // Always there, so that readers need not ask.
        json["inputs"] ??= new JsonObject();
        json["outputs"] ??= new JsonObject();
        return json;
    }

    private static JsonObject Diagnostic(DeploymentDiagnostic diagnostic) => new()
    {
        ["urn"] = diagnostic.Urn,
        ["prefix"] = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error: ",
            DiagnosticSeverity.Warning => "warning: ",
            _ => "",
        },
        ["message"] = diagnostic.Message,
        ["severity"] = diagnostic.Severity.ToString().ToLowerInvariant(),
    };

    private static JsonObject Violation(PolicyViolation violation) => new()
    {
        ["policy"] = violation.Policy,
        ["pack"] = violation.Pack,
        ["packVersion"] = violation.PackVersion,
        ["level"] = violation.Level.ToString().ToLowerInvariant(),
        ["severity"] = violation.Severity,
        ["urn"] = violation.Urn,
        ["message"] = violation.Message,
        ["sourcePosition"] = violation.SourcePosition.Length == 0 ? null : violation.SourcePosition,
    };

    private static JsonObject Remediation(PolicyRemediation remediation) => new()
    {
        ["policy"] = remediation.Policy,
        ["pack"] = remediation.Pack,
        ["packVersion"] = remediation.PackVersion,
        ["urn"] = remediation.Urn,
        ["before"] = PropertyJson.Masked.Write(remediation.Before),
        ["after"] = PropertyJson.Masked.Write(remediation.After),
    };
}
