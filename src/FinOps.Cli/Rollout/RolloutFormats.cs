using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Rollout.Impact;
using FinOps.Core.Rollout.Waves;

namespace FinOps.Cli.Rollout;

/// <summary>The plan of a rollout for a person, a pull request or a program.</summary>
internal static class RolloutFormats
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(string format, RolloutPlan plan, RolloutEvidence? evidence) => format switch
    {
        "json" => Json(plan, evidence),
        "markdown" => Lines(plan, evidence, new Marks("## ", "* ", "`")),
        _ => Lines(plan, evidence, new Marks("", "  ", "")),
    };

    private static string Lines(RolloutPlan plan, RolloutEvidence? evidence, Marks marks)
    {
        var text = new StringBuilder();
        if (plan.Waves.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"No waves: {plan.Sequence.File} has none below {plan.Sequence.Path}.waves.\n");
        }

        foreach (var wave in plan.Waves)
        {
            text.Append(CultureInfo.InvariantCulture, $"{marks.Heading}Wave {wave.Wave.Name}: {StackFile.Word(wave.Wave.State)}{(wave.Wave.Since is { } since ? $" since {since:yyyy-MM-dd}" : "")}\n");
            foreach (var target in wave.TargetIds)
            {
                text.Append(CultureInfo.InvariantCulture, $"{marks.Item}{marks.Text(plan.Tree.NameOf(target))} ({target}): {Names(wave.Now, target, marks)}\n");
                var later = wave.Enforced.Except(wave.Now, SameAttachment).ToList();
                if (later.Exists(attachment => attachment.TargetId == target))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{marks.Item}{marks.Text(plan.Tree.NameOf(target))}, once it enforces, also: {Names(later, target, marks)}\n");
                }
            }

            if (wave.Wave.Accepted is { } accepted)
            {
                text.Append(CultureInfo.InvariantCulture, $"{marks.Item}accepted without whole evidence: {marks.Text(accepted)}\n");
            }

            if (evidence is not null)
            {
                Impact(text, plan, evidence.Impact.Of(wave.Wave.Name), marks);
            }

            text.Append('\n');
        }

        return evidence is null ? text.ToString() : text.Append(Reading(evidence, marks)).ToString();
    }

    private static void Impact(StringBuilder text, RolloutPlan plan, WaveImpact impact, Marks marks)
    {
        text.Append(CultureInfo.InvariantCulture, $"{marks.Item}since {impact.From:yyyy-MM-dd}: {impact.Events} calls, {impact.Denied} denied if enforced, {impact.Unjudged} cannot be judged, {impact.WithoutTags} creations without any request tag, {impact.FailedAnyway} failed for other reasons\n");
        foreach (var group in impact.Denials)
        {
            text.Append(CultureInfo.InvariantCulture, $"{marks.Item}denied: {Group(plan, group, marks)}\n");
        }

        foreach (var group in impact.Doubts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{marks.Item}cannot judge: {Group(plan, group, marks)}\n");
        }

        if (impact.Silent.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{marks.Item}no calls seen in {impact.Silent.Count} accounts: {string.Join(", ", impact.Silent.Take(10))}{(impact.Silent.Count > 10 ? ", ..." : "")}\n");
        }
    }

    private static string Group(RolloutPlan plan, ImpactGroup group, Marks marks) => string.Create(CultureInfo.InvariantCulture,
        $"{group.Count} x {marks.Text(group.Action)} in {marks.Text(plan.Tree.NameOf(group.Account))} ({marks.Text(group.Account)}) by {marks.Text(group.Principal)}, {marks.Text(group.Missing)}, {group.FirstSeen:yyyy-MM-dd HH:mm} to {group.LastSeen:yyyy-MM-dd HH:mm}, for example {marks.Text(group.Example.Length > 0 ? group.Example : "a record without id")}");

    private static string Reading(RolloutEvidence evidence, Marks marks)
    {
        var (reading, impact) = evidence;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{marks.Heading}Evidence\n{marks.Item}{reading.Events} events in {reading.Files} files, {reading.MalformedRecords} malformed records, {reading.BrokenFiles} broken files\n");
        foreach (var mistake in reading.Mistakes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{marks.Item}not read: {marks.Text(mistake)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{marks.Item}not counted: {impact.OutsideTime} before the time, {impact.Unreached} in accounts that no wave reaches, {impact.ByService} by services, {impact.Elsewhere} recorded by the called account too, {impact.Repeated} repeated\n");
        return text.ToString();
    }

    private static string Names(IEnumerable<GuardrailAttachment> attachments, string target, Marks marks) =>
        string.Join(", ", attachments.Where(attachment => attachment.TargetId == target).Select(attachment => marks.Text(attachment.Policy.Name)).DefaultIfEmpty("nothing"));

    private static readonly IEqualityComparer<GuardrailAttachment> SameAttachment = EqualityComparer<GuardrailAttachment>.Create((one, other) => one?.Id == other?.Id, attachment => attachment.Id.GetHashCode(StringComparison.Ordinal));

    private static string Json(RolloutPlan plan, RolloutEvidence? evidence) => JsonSerializer.Serialize(
        new
        {
            waves = plan.Waves.Select(wave => new
            {
                wave.Wave.Name,
                state = StackFile.Word(wave.Wave.State),
                wave.Wave.Since,
                wave.Wave.Accepted,
                attachments = wave.Now.Select(Attachment),
                onceItEnforces = wave.Enforced.Select(Attachment),
                impact = evidence?.Impact.Of(wave.Wave.Name),
            }),
            evidence = evidence is null ? null : new
            {
                evidence.Reading.Files, evidence.Reading.Events, evidence.Reading.MalformedRecords, evidence.Reading.BrokenFiles, evidence.Reading.Mistakes,
                evidence.Impact.OutsideTime, evidence.Impact.Unreached, evidence.Impact.ByService, evidence.Impact.Elsewhere, evidence.Impact.Repeated,
            },
        }, Indented);

    private static object Attachment(GuardrailAttachment attachment) => new { target = attachment.TargetId, policy = attachment.Policy.Name, type = attachment.Policy.Type };

    /// <summary>What makes plain lines Markdown.</summary>
    private sealed record Marks(string Heading, string Item, string Code)
    {
        /// <summary>Names come from the organization and from records: inside code they mean nothing to Markdown.</summary>
        public string Text(string text) => Code.Length == 0 ? text : $"{Code}{text.Replace("`", "'", StringComparison.Ordinal).ReplaceLineEndings(" ")}{Code}";
    }
}
