namespace FinOps.Core.Inventory.Similarity;

/// <summary>For each folded word the others that may be a few letters away, among words with the same numbers.</summary>
internal sealed class NearForms
{
    private readonly Dictionary<(string Numbers, string Folded), List<string>> _near = [];

    private NearForms()
    {
    }

    public static NearForms Of(IEnumerable<string> texts)
    {
        var near = new NearForms();
        foreach (var kind in texts.Select(text => new WordForm(text)).Where(form => Typos.Allowed(form.Folded.Length) > 0).GroupBy(form => form.Numbers, form => form.Folded, StringComparer.Ordinal))
        {
            var folded = kind.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (folded.Count < 2)
                continue;
            foreach (var (one, other) in NearWords.Pairs(folded))
            {
                near.Note(kind.Key, folded[one], folded[other]);
                near.Note(kind.Key, folded[other], folded[one]);
            }
        }

        return near;
    }

    public IReadOnlyList<string> Of(WordForm form) => _near.GetValueOrDefault((form.Numbers, form.Folded)) ?? [];

    private void Note(string numbers, string folded, string other)
    {
        if (!_near.TryGetValue((numbers, folded), out var others))
            _near.Add((numbers, folded), others = []);
        others.Add(other);
    }
}
