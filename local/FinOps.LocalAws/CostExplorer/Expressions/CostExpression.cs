namespace FinOps.LocalAws.CostExplorer.Expressions;

/// <summary>Cost Explorer's Expression: exactly one operator in each node.</summary>
internal abstract record CostExpression
{
    private CostExpression()
    {
    }

    /// <summary>Every leaf below and including this node.</summary>
    public IEnumerable<Leaf> Leaves() => this switch
    {
        And and => and.Operands.SelectMany(operand => operand.Leaves()),
        Or or => or.Operands.SelectMany(operand => operand.Leaves()),
        Not not => not.Operand.Leaves(),
        Leaf leaf => [leaf],
        _ => throw new InvalidOperationException($"Unknown expression {GetType().Name}."),
    };

    internal sealed record And(IReadOnlyList<CostExpression> Operands) : CostExpression;

    internal sealed record Or(IReadOnlyList<CostExpression> Operands) : CostExpression;

    internal sealed record Not(CostExpression Operand) : CostExpression;

    /// <param name="Key">A dimension, tag key or cost category name.</param>
    /// <param name="Values">Compared with <paramref name="Match"/>; one hit is enough.</param>
    internal sealed record Leaf(LeafKind Kind, string Key, IReadOnlyList<string> Values, MatchKind Match, bool IgnoreCase) : CostExpression
    {
        private readonly HashSet<string> _values = new(Values, IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

        /// <param name="value">Empty when the row has none.</param>
        public bool Accepts(string value)
        {
            var comparison = IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return Match switch
            {
                MatchKind.Equal => _values.Contains(value),
                MatchKind.Absent => value.Length == 0,
                MatchKind.StartsWith => Values.Any(prefix => value.StartsWith(prefix, comparison)),
                MatchKind.EndsWith => Values.Any(suffix => value.EndsWith(suffix, comparison)),
                MatchKind.Contains => Values.Any(part => value.Contains(part, comparison)),
                _ => throw new InvalidOperationException($"{Match} compares numbers, not the values of rows."),
            };
        }
    }
}
