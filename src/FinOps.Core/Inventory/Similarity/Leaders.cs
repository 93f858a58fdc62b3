namespace FinOps.Core.Inventory.Similarity;

/// <summary>The words of their own so far, found by what a spelling of them has in common with them.</summary>
internal sealed class Leaders(NearForms near)
{
    private readonly Dictionary<string, Leader> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Leader>> _byCase = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Numbers, string Folded), List<Leader>> _byFold = [];
    private readonly Dictionary<(string Numbers, string Singular), List<Leader>> _bySingular = [];

    public Leader? Find(string text) => _byText.GetValueOrDefault(text);

    public Leader Add(Word word, WordForm form, bool isAllowed)
    {
        var leader = new Leader(word, form, isAllowed);
        _byText.Add(word.Text, leader);
        if (form.Folded.Length > 0)
        {
            Note(_byCase, word.Text.ToLowerInvariant(), leader);
            Note(_byFold, (form.Numbers, form.Folded), leader);
            Note(_bySingular, (form.Numbers, form.Singular), leader);
        }

        return leader;
    }

    /// <param name="meant">The word of which the standard says that this one is a synonym.</param>
    /// <returns>None when it is like nothing; several when nobody can tell which was meant.</returns>
    public Likeness Nearest(WordForm form, string? meant)
    {
        if (_byCase.TryGetValue(form.Text.ToLowerInvariant(), out var cases))
            return new Likeness(cases, Difference.Case);
        if (_byFold.TryGetValue((form.Numbers, form.Folded), out var folds))
            return new Likeness(folds, Difference.Separator);
        if (meant is not null && Find(meant) is { } named)
            return new Likeness([named], Difference.Synonym);
        if (_bySingular.TryGetValue((form.Numbers, form.Singular), out var singulars))
            return new Likeness(singulars, Difference.Plural);
        var typos = near.Of(form)
            .SelectMany(folded => _byFold.GetValueOrDefault((form.Numbers, folded)) ?? [])
            .Select(leader => (Leader: leader, Edits: Typos.Between(form, leader.Form)))
            .Where(typo => typo.Edits is not null)
            .GroupBy(typo => typo.Edits!.Value, typo => typo.Leader)
            .MinBy(group => group.Key);
        return typos is null ? new Likeness([], Difference.None) : new Likeness([.. typos], Difference.Typo, typos.Key);
    }

    private static void Note<TKey>(Dictionary<TKey, List<Leader>> index, TKey key, Leader leader)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var leaders))
            index.Add(key, leaders = []);
        leaders.Add(leader);
    }
}

/// <param name="Leaders">What the word may be a spelling of.</param>
internal sealed record Likeness(IReadOnlyList<Leader> Leaders, Difference Difference, int Edits = 0);
