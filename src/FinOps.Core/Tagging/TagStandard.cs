using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using FinOps.Core.Problems;

namespace FinOps.Core.Tagging;

/// <summary>The tag standard of the organization: which keys there are, what their values may be, and who the teams are. Immutable and safe to share between threads.</summary>
public sealed class TagStandard
{
    public const string FileName = "tag-standard.yaml";

    /// <summary>A program sends few types; a stranger on the socket must not grow the cache for ever.</summary>
    private const int CachedTypes = 4096;

    private readonly FrozenDictionary<string, TagKeyRule> _byName;
    private readonly FrozenDictionary<string, Team> _teams;
    private readonly ConcurrentDictionary<string, ImmutableArray<TagKeyRule>> _byType = new(StringComparer.Ordinal);

    internal TagStandard(string source, KeyCasing keyCasing, string? allocationKey, ImmutableArray<TagKeyRule> keys, ImmutableArray<Team> teams)
    {
        Source = source;
        KeyCasing = keyCasing;
        Keys = keys;
        Teams = teams;
        _byName = keys.ToFrozenDictionary(key => key.Name, StringComparer.Ordinal);
        _teams = teams.ToFrozenDictionary(team => team.Name, StringComparer.Ordinal);
        CostAllocationKeys = [.. keys.Where(key => key.CostAllocation).Select(key => key.Name)];
        AllocationKey = allocationKey ?? CostAllocationKeys.FirstOrDefault();
        Defaults = keys.Where(key => key.Default is not null).ToImmutableDictionary(key => key.Name, key => key.Default!);
    }

    /// <summary>The file that it was read from, or the name given to <see cref="Parse"/>.</summary>
    public string Source { get; }

    public KeyCasing KeyCasing { get; }

    public ImmutableArray<TagKeyRule> Keys { get; }

    public ImmutableArray<Team> Teams { get; }

    /// <summary>Keys to activate as cost allocation tags, in the order of the standard.</summary>
    public ImmutableArray<string> CostAllocationKeys { get; }

    /// <summary>The key that says who owns a cost; null only when no key is a cost allocation key.</summary>
    public string? AllocationKey { get; }

    /// <summary>Values that automation may fill in, by key.</summary>
    public ImmutableDictionary<string, string> Defaults { get; }

    /// <summary>Reads the file. Every mistake in it comes in one exception.</summary>
    /// <exception cref="ProblemException">The file cannot be read (FIN2009) or has mistakes (FIN2001 to FIN2008).</exception>
    public static TagStandard Load(string path) => TagStandardFile.Load(path);

    /// <param name="text">YAML; tag-standard.yaml at the root of the repository explains its form.</param>
    /// <param name="source">How problems name the text, usually its path.</param>
    /// <exception cref="ProblemException">Every mistake in the text (FIN2001 to FIN2008).</exception>
    public static TagStandard Parse(string text, string source) => TagStandardReader.Read(text, source);

    public TagKeyRule? Key(string name) => _byName.GetValueOrDefault(name);

    public Team? Team(string name) => _teams.GetValueOrDefault(name);

    /// <summary>The keys that apply to a type, in the order of the standard. Whether the type can be tagged at all is not known here.</summary>
    public ImmutableArray<TagKeyRule> KeysFor(string typeToken)
    {
        if (_byType.TryGetValue(typeToken, out var cached))
        {
            return cached;
        }

        ImmutableArray<TagKeyRule> keys = [.. Keys.Where(key => key.Applies(typeToken))];
        if (_byType.Count < CachedTypes)
        {
            _byType.TryAdd(typeToken, keys);
        }

        return keys;
    }

    /// <summary>True when the key is unknown to the standard, or the value is one it allows.</summary>
    public bool IsAllowed(string key, string value) => Key(key) is not { } rule || rule.IsAllowed(value);

    /// <param name="suggestion">The allowed value that was probably meant, or null.</param>
    public bool IsAllowed(string key, string value, out string? suggestion)
    {
        var finding = Key(key)?.Judge(value);
        suggestion = finding?.Suggestion;
        return finding is null;
    }

    /// <summary>Everything wrong with the tags of one resource.</summary>
    /// <param name="typeToken">The Pulumi type, for example <c>aws:s3/bucket:Bucket</c>.</param>
    /// <param name="tags">Key to value; a null value is one that is not known yet: its key counts, its value is not judged.</param>
    public IReadOnlyList<TagFinding> Judge(string typeToken, IReadOnlyDictionary<string, string?> tags) =>
        TagJudge.Judge(this, KeysFor(typeToken), tags);
}
