using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Problems;
using FinOps.Core.StrictYaml;

namespace FinOps.Core.Rollout.Waves;

/// <summary>
/// The rollout in <c>Pulumi.STACK.yaml</c>. A change of it touches the values that change and nothing else: comments, order and style of the
/// file are a person's.
/// <code>
/// config:
///   finops:rollout:
///     maximumDenials: 0
///     waves:
///       - { name: canary, targets: [Sandbox], state: reportOnly, since: "2026-01-31" }
/// </code>
/// </summary>
public sealed class StackFile
{
    private const string Rollout = "finops:rollout";
    private const string Governance = "finops:governance";
    private const string Example = "{ name: canary, targets: [Sandbox], state: planned }";

    private readonly string _text;
    private readonly ImmutableArray<YamlMap> _maps;

    private StackFile(string text, ImmutableArray<YamlMap> maps, WaveSequence sequence, GuardrailOptions options) => (_text, _maps, Sequence, Options) = (text, maps, sequence, options);

    public WaveSequence Sequence { get; }

    /// <summary>What <c>finops:governance</c> says of the guardrails.</summary>
    public GuardrailOptions Options { get; }

    /// <exception cref="ProblemException">FIN2001 to FIN2005: the file; FIN2090: the waves.</exception>
    public static StackFile Parse(string text, string file)
    {
        var problems = new YamlProblems(file);
        var config = YamlText.Read(text, file, problems.All) is { } root ? YamlMapReader.Of(root, "", problems, "config: {}")?.SubMap("config", "finops:mode: observe") : null;
        var (waves, maps, limits) = (new List<RolloutWave>(), ImmutableArray.CreateBuilder<YamlMap>(), new RolloutLimits());
        if (config?.SubMap(Rollout, $"waves: [{Example}]") is { } rollout)
        {
            limits = new RolloutLimits { MaximumDenials = Number(rollout, "maximumDenials", limits.MaximumDenials, problems), MinimumDays = Number(rollout, "minimumDays", limits.MinimumDays, problems) };
            if (rollout.Node("waves") is YamlList list)
            {
                for (var at = 0; at < list.Items.Count; at++)
                {
                    if (YamlMapReader.Of(list.Items[at], $"{rollout.Path}.waves[{at}]", problems, Example) is { } wave)
                    {
                        maps.Add(wave.Map);
                        waves.Add(Wave(wave, problems));
                    }
                }
            }
            else if (rollout.Node("waves") is { } other)
            {
                problems.Add(YamlProblems.WrongType, other, rollout.Child("waves"), YamlProblems.Describe(other), "a list", $"For example: waves: [{Example}]");
            }

            rollout.Finish();
        }

        var options = config?.SubMap(Governance, "enabled: true") is { } governance ? Guardrails(governance, file) : new GuardrailOptions();
        return problems.All.Count == 0
            ? new StackFile(text, maps.ToImmutable(), WaveSequence.Create(waves, limits, file, Rollout), options)
            : throw new ProblemException(problems.All);
    }

    /// <summary>How a state is written in the config: <c>reportOnly</c>.</summary>
    public static string Word(RolloutState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <returns>The text of the file with the waves of <paramref name="next"/>, which differ in state, date and acceptance alone.</returns>
    /// <exception cref="ProblemException">FIN2096: the file is written in a way that cannot be changed safely.</exception>
    public string Change(WaveSequence next)
    {
        var lines = _text.Split('\n');
        // The day stands in quotes: YAML readers take it for a moment in time without them.
        foreach (var (before, after, map) in Sequence.Waves.Zip(next.Waves, _maps).Where(pair => pair.First != pair.Second))
        {
            var edits = new List<(string Key, string Value)> { ("state", Word(after.State)), ("since", after.Since!.Value.ToString("'\"'yyyy-MM-dd'\"'", CultureInfo.InvariantCulture)) };
            if (after.Accepted is { } accepted && accepted != before.Accepted)
            {
                edits.Add(("accepted", JsonSerializer.Serialize(accepted, Plain)));
            }

            Edit(lines, map, edits);
        }

        var text = string.Join('\n', lines);
        return Holds(text, next) ? text : throw new ProblemException([new Problem("FIN2096", Sequence.File, Rollout, "waves in a form that cannot be changed safely", $"waves written as - {Example} or one key a line", $"Write by hand: {string.Join("; ", next.Waves.Except(Sequence.Waves).Select(wave => $"{wave.Name}: state {Word(wave.State)}, since {wave.Since:yyyy-MM-dd}"))}.")]);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Edit(string[] lines, YamlMap map, List<(string Key, string Value)> edits)
    {
        var entries = map.Entries.ToDictionary(entry => entry.Key.Text, entry => entry, StringComparer.Ordinal);
        var state = entries["state"];
        var isFlow = At(lines, map) == '{';
        // What is added stands behind the state; later columns first.
        var added = edits.Where(edit => !entries.ContainsKey(edit.Key)).Select(edit => $"{edit.Key}: {edit.Value}").ToList();
        var changed = edits.Where(edit => entries.ContainsKey(edit.Key)).Select(edit => (At: (YamlScalar)entries[edit.Key].Value, edit.Value)).OrderByDescending(edit => (edit.At.Line, edit.At.Column)).ToList();
        foreach (var (at, value) in changed)
        {
            var line = lines[at.Line - 1];
            var (start, end) = ((int)at.Column - 1, (int)at.Column - 1 + Length(line, at));
            var behind = at == state.Value && isFlow ? string.Concat(added.Select(entry => $", {entry}")) : "";
            lines[at.Line - 1] = line[..start] + value + behind + line[end..];
            if (at == state.Value && !isFlow)
            {
                lines[at.Line - 1] += string.Concat(added.Select(entry => $"\n{new string(' ', (int)state.Key.Column - 1)}{entry}"));
            }
        }
    }

    /// <summary>The length of a scalar as it is written, with its quotes.</summary>
    private static int Length(string line, YamlScalar at)
    {
        if (at.Plain)
        {
            return at.Text.Length;
        }

        var quote = line[(int)at.Column - 1];
        for (var end = (int)at.Column; end < line.Length; end++)
        {
            if (quote == '"' && line[end] == '\\')
            {
                end++;
            }
            else if (line[end] == quote)
            {
                return end + 2 - (int)at.Column;
            }
        }

        return line.Length + 1 - (int)at.Column;
    }

    private static char At(string[] lines, YamlNode node) => lines[node.Line - 1][(int)node.Column - 1];

    private static bool Holds(string text, WaveSequence next)
    {
        try
        {
            var read = Parse(text, next.File).Sequence;
            return read.Waves.Length == next.Waves.Length && read.Waves.Zip(next.Waves).All(pair => pair.First with { Targets = [] } == pair.Second with { Targets = [] } && pair.First.Targets.SequenceEqual(pair.Second.Targets));
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    private static RolloutWave Wave(YamlMapReader wave, YamlProblems problems)
    {
        wave.Require("name", "a name", "For example name: canary");
        wave.Require("targets", "a list of targets", "For example targets: [Sandbox]");
        wave.Require("state", "planned, reportOnly, enforcing", "Write state: planned");
        var (state, since) = (wave.Text("state"), wave.Text("since"));
        var known = Enum.GetValues<RolloutState>().Cast<RolloutState?>().FirstOrDefault(each => Word(each!.Value) == state?.Text);
        if (state is not null && known is null)
        {
            problems.Add(YamlProblems.WrongType, state, wave.Child("state"), YamlProblems.Quote(state.Text), "planned, reportOnly, enforcing", "Write state: planned");
        }

        DateOnly? day = since is not null && DateOnly.TryParseExact(since.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        if (since is not null && day is null)
        {
            problems.Add(YamlProblems.WrongType, since, wave.Child("since"), YamlProblems.Quote(since.Text), "a day as 2026-01-31", "Write since: 2026-01-31");
        }

        var read = new RolloutWave(wave.Text("name")?.Text ?? "", [.. (wave.Texts("targets") ?? []).Select(target => target.Text)], known ?? RolloutState.Planned, day, wave.Text("accepted")?.Text);
        wave.Finish();
        return read;
    }

    /// <summary>Reads what the plan needs and leaves the judgement of the rest to the deployment, which is strict about all of it.</summary>
    private static GuardrailOptions Guardrails(YamlMapReader governance, string file)
    {
        var options = new GuardrailOptions { File = file, Path = Governance };
        return options with
        {
            Actions = List("actions") ?? options.Actions,
            DenyOtherValues = governance.Flag("denyOtherValues") ?? options.DenyOtherValues,
            BreakGlass = List("breakGlass") ?? options.BreakGlass,
            TagEditors = List("tagEditors") ?? options.TagEditors,
            ChildOperators = List("childOperators") ?? options.ChildOperators,
        };

        ImmutableArray<string>? List(string key) => governance.Texts(key) is { } texts ? [.. texts.Select(text => text.Text)] : null;
    }

    private static int Number(YamlMapReader map, string key, int otherwise, YamlProblems problems)
    {
        if (map.Text(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add(YamlProblems.WrongType, text, map.Child(key), YamlProblems.Quote(text.Text), "a whole number from 0", $"Write {key}: {otherwise}");
        return otherwise;
    }
}
