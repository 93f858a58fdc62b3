using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Athena;

/// <summary>Where workgroups and named queries are kept: by account and region. The workgroup <c>primary</c> is always there.</summary>
internal static partial class WorkgroupStore
{
    public const string Primary = "primary";

    public static readonly TagStore Tags = new("athena", message => AthenaErrors.Invalid(message));

    public static string Workgroups(CallContext context) => $"athena/workgroups/{context.AccountId}/{context.Region}";

    public static string Queries(CallContext context) => $"athena/named-queries/{context.AccountId}/{context.Region}";

    public static string Arn(CallContext context, string name) => $"arn:aws:athena:{context.Region}:{context.AccountId}:workgroup/{name}";

    public static JsonObject Require(StoreSession session, CallContext context, string name) =>
        session.Get(Workgroups(context), name) ?? (name == Primary ? NewWorkgroup(name, [], 0) : throw AthenaErrors.Invalid($"WorkGroup {name} is not found."));

    /// <summary>The workgroup that a tag call names.</summary>
    public static string TaggedArn(StoreSession session, JsonInput input, CallContext context)
    {
        var arn = input.Required("ResourceARN", 1011);
        var prefix = Arn(context, "");
        var name = arn.StartsWith(prefix, StringComparison.Ordinal) ? arn[prefix.Length..] : "";
        return name == Primary || session.Get(Workgroups(context), name) is not null ? arn : throw AthenaErrors.NotFound(arn);
    }

    public static JsonObject NewWorkgroup(string name, JsonObject configuration, long created)
    {
        // What a workgroup has that nobody configured.
        configuration["EnforceWorkGroupConfiguration"] ??= true;
        configuration["PublishCloudWatchMetricsEnabled"] ??= true;
        configuration["RequesterPaysEnabled"] ??= false;
        configuration["EngineVersion"] ??= new JsonObject { ["SelectedEngineVersion"] = "AUTO", ["EffectiveEngineVersion"] = "Athena engine version 3" };
        return new JsonObject { ["Name"] = name, ["State"] = "ENABLED", ["Configuration"] = configuration, ["CreationTime"] = created };
    }

    /// <exception cref="AwsError">InvalidRequestException.</exception>
    public static string CheckName(JsonInput input, string member)
    {
        var name = input.Required(member, 128);
        return NamePattern().IsMatch(name) ? name : throw input.Fault(member, "Member must satisfy regular expression pattern: [a-zA-Z0-9._-]{1,128}");
    }

    [GeneratedRegex(@"^[a-zA-Z0-9._-]{1,128}\z")]
    private static partial Regex NamePattern();
}
