using Google.Protobuf.Collections;
using Pulumi.Rpc.Values;
using Pulumirpc;
using Level = Pulumirpc.EnforcementLevel;

namespace Pulumi.Policy.Tests.Conformance;

/// <summary>How a run ended.</summary>
internal enum Outcome
{
    Ok,

    /// <summary>A mandatory violation in a preview; every resource was still processed.</summary>
    PreviewFailed,

    /// <summary>An update refused a resource; the stack was not analysed.</summary>
    ResourceInvalid,

    /// <summary>A stack policy failed an update, after the resources were created.</summary>
    StackFailed,

    /// <summary>The policy configuration does not fit the schema; the program did not run.</summary>
    ConfigInvalid,
    PackRefused,
}

internal sealed record RunInput
{
    /// <summary>The JSON of --policy-pack-config, or null for no file.</summary>
    public string? PolicyConfig { get; init; }

    public Dictionary<string, string> StackConfig { get; init; } = [];

    public Dictionary<string, string> Tags { get; init; } = [];
}

/// <param name="Message">Description, newline and the reported text.</param>
internal sealed record SeenViolation(Level Level, string Urn, string Policy, string Pack, string Version, string Message);

internal sealed record SeenRemediation(string Urn, string Policy, string Pack, string Version, PropertyMap Before, PropertyMap After);

internal sealed class RunResult
{
    public Outcome Outcome { get; private set; }

    public string Detail { get; private set; } = "";

    public List<SeenViolation> Violations { get; } = [];

    public List<SeenRemediation> Remediations { get; } = [];

    public List<string> Diagnostics { get; } = [];

    /// <returns>Whether something mandatory was among them.</returns>
    public bool Add(AnalyzeResponse answer, Func<string, string> urn)
    {
        var added = answer.Diagnostics.Select(diagnostic => new SeenViolation(
            diagnostic.EnforcementLevel == Level.Remediate ? Level.Mandatory : diagnostic.EnforcementLevel,
            urn(diagnostic.Urn), diagnostic.PolicyName, diagnostic.PolicyPackName, diagnostic.PolicyPackVersion, diagnostic.Message)).ToList();
        Violations.AddRange(added);
        return added.Exists(violation => violation.Level == Level.Mandatory);
    }

    public RunResult End(Outcome outcome, string detail)
    {
        (Outcome, Detail) = (outcome, detail);
        return this;
    }
}

internal static class RepeatedFields
{
    public static void ReplaceAll(this RepeatedField<string> field, Func<string, string> change)
    {
        for (var i = 0; i < field.Count; i++)
        {
            field[i] = change(field[i]);
        }
    }
}
