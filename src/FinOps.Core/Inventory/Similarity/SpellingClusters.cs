using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Similarity;

/// <summary>
/// Finds spellings of one word. Words come in their order of weight: those that the standard allows, then by dollars, then by use. Each becomes
/// a word of its own, or joins the one word before it that it is a spelling of; when it may be a spelling of several, it stays alone,
/// because nobody can tell which was meant. Every member is near the leading word itself, never only near another member.
/// </summary>
public static class SpellingClusters
{
    /// <summary>For as many words that are like none, the heaviest, the standard is asked what was meant; each question takes as long as it has values.</summary>
    public const int AskedOfStandard = 1_000;

    /// <param name="words">Keys, or values of one key; different texts, in any order.</param>
    /// <returns>Only words with more than one spelling; each word in at most one cluster. What most resources must change for comes first.</returns>
    public static IReadOnlyList<SpellingCluster> Find(IEnumerable<Word> words, SpellingRules rules)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(rules);
        var all = words.ToDictionary(word => word.Text, StringComparer.Ordinal);
        foreach (var known in rules.Known)
            all.TryAdd(known, new Word(known, 0));
        var leaders = new Leaders(NearForms.Of(all.Keys));
        var found = new List<Leader>();
        var unlike = new List<Leader>();
        foreach (var (word, allowed) in all.Values.Select(word => (Word: word, Allowed: rules.IsAllowed(word.Text))).OrderByDescending(each => each.Allowed)
            .ThenByDescending(each => each.Word.Spend?.Amount ?? 0).ThenByDescending(each => each.Word.Resources).ThenBy(each => each.Word.Text, StringComparer.Ordinal))
        {
            var form = new WordForm(word.Text);
            var like = allowed || form.Folded.Length == 0 ? null : leaders.Nearest(form, rules.Meant(word.Text));
            if (like is { Leaders: [var leader] })
            {
                leader.Members.Add(new Spelled(word, like.Difference, like.Edits));
                continue;
            }

            found.Add(leaders.Add(word, form, allowed));
            if (like is { Leaders: [] })
                unlike.Add(found[^1]);
        }

        AskStandard(rules, leaders, unlike, found);
        return [.. found.Where(leader => leader.Members.Count > 1).Select(leader => Cluster(leader, rules))
            .OrderByDescending(cluster => cluster.ToChange).ThenBy(cluster => cluster.Spellings[0].Word.Text, StringComparer.Ordinal)];
    }

    private static void AskStandard(SpellingRules rules, Leaders leaders, List<Leader> unlike, List<Leader> found)
    {
        foreach (var lone in unlike.Take(AskedOfStandard))
        {
            if (rules.Suggest(lone.Word.Text) is not { } suggestion)
                continue;
            if (leaders.Find(suggestion) is not { } meant)
            {
                meant = leaders.Add(new Word(suggestion, 0), new WordForm(suggestion), isAllowed: true);
                found.Add(meant);
            }

            // Its own followers differ from it by case or a letter; what the standard would say to them it has said to their leader.
            meant.Members.AddRange(lone.Members.Select(member => new Spelled(member.Word, How(member.Word.Text, suggestion))));
            lone.Members.Clear();
        }
    }

    private static Difference How(string text, string meant) =>
        text.Equals(meant, StringComparison.OrdinalIgnoreCase) ? Difference.Case
        : Spelling.Fold(text) == Spelling.Fold(meant) ? Difference.Separator
        : Difference.Standard;

    private static SpellingCluster Cluster(Leader leader, SpellingRules rules) => new(
        leader.IsAllowed || !rules.MustBeAllowed ? leader.Word.Text : null,
        [leader.Members[0], .. leader.Members.Skip(1).OrderByDescending(member => member.Word.Resources).ThenBy(member => member.Word.Text, StringComparer.Ordinal)]);
}
