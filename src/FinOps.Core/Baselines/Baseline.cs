using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinOps.Core.Files;
using FinOps.Core.Problems;

namespace FinOps.Core.Baselines;

/// <summary>The violations that were there when the rules came: they advise, everything newer stops. Immutable.</summary>
public sealed class Baseline
{
    public const string FileName = "policy-baseline.json";

    /// <summary>The rule that watches over baselines; a pack that has it reads one.</summary>
    public const string UpkeepRule = "BSL001";

    /// <summary>The property of <see cref="UpkeepRule"/>'s configuration that names another file.</summary>
    public const string FileProperty = "file";

    /// <summary>The form that is written, and the only one that is read.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FrozenDictionary<KnownFinding, BaselineEntry> _byKey;

    /// <param name="entries">Each finding once, in any order.</param>
    public Baseline(string source, IEnumerable<BaselineEntry> entries)
    {
        Source = source;
        Entries = [.. KnownFinding.Sort(entries, entry => entry.Key)];
        _byKey = Entries.ToFrozenDictionary(entry => entry.Key);
    }

    public static Baseline Empty { get; } = new("no baseline", []);

    /// <summary>The file it was read from.</summary>
    public string Source { get; }

    /// <summary>By resource, rule and finding.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; }

    /// <returns>An empty baseline when there is no such file.</returns>
    /// <exception cref="ProblemException">Every mistake in the file (FIN2020), or that it cannot be read (FIN2009).</exception>
    public static Baseline Load(string path)
    {
        var problems = new List<Problem>();
        var baseline = Load(path, problems);
        return problems.Count == 0 ? baseline : throw new ProblemException(problems);
    }

    /// <param name="problems">Takes every mistake; what could be read is answered all the same.</param>
    public static Baseline Load(string path, ICollection<Problem> problems) =>
        Utf8File.ReadIfThere(path, "FIN2009", "Mend the file, or remove it: then nothing is known and everything mandatory stops.", problems) is { } json ? Read(json, path, problems) : Empty;

    /// <param name="problems">Takes every mistake (FIN2020); what could be read is answered all the same.</param>
    public static Baseline Read(string json, string source, ICollection<Problem> problems) => new(source, BaselineReader.Read(json, source, problems));

    public BaselineEntry? Find(KnownFinding finding) => _byKey.GetValueOrDefault(finding);

    /// <summary>Sorted and indented, so that each change of the file is a change of lines that a reviewer can read.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", SchemaVersion);
            json.WriteStartArray("entries");
            foreach (var entry in Entries)
            {
                json.WriteStartObject();
                json.WriteString("rule", entry.Rule);
                json.WriteString("urn", entry.Urn);
                json.WriteString("finding", entry.Finding);
                json.WriteString("since", entry.Since.ToString("O"));
                if (entry.Reason is { } reason)
                {
                    json.WriteString("reason", reason);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
