namespace FinOps.Infra.Settings.Rules;

/// <summary>How many items a list or a map may have.</summary>
/// <param name="from">At least.</param>
/// <param name="to">At most.</param>
/// <param name="what">What is counted, in the plural: <c>recipients</c>.</param>
/// <param name="fix">What to do when there are too many or too few.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute(int from, int to, string what, string fix) : Attribute
{
    public int From { get; } = from;

    public int To { get; } = to;

    public string What { get; } = what;

    public string Fix { get; } = fix;

    public string Allowed => From == To ? $"{From} {What}" : $"{From} to {To} {What}";
}
