namespace FinOps.Core.Inventory.Similarity;

/// <summary>A word of its own, and the spellings of it that were found so far, itself first.</summary>
internal sealed class Leader(Word word, WordForm form, bool isAllowed)
{
    public Word Word => word;

    public WordForm Form => form;

    public bool IsAllowed => isAllowed;

    public List<Spelled> Members { get; } = [new Spelled(word, Difference.None)];
}
