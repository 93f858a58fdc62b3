using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.CostExplorer.Expressions;

/// <summary>Reads an Expression and refuses what Cost Explorer refuses, with its messages.</summary>
internal sealed class ExpressionParser(ExpressionGrammar grammar)
{
    private const int MaximumDepth = 32;
    private static readonly string[] Roots = ["And", "Or", "Not", "Dimensions", "Tags", "CostCategories"];

    /// <exception cref="AwsError">ValidationException.</exception>
    public CostExpression Parse(JsonObject json) => Parse(json, depth: 0);

    private CostExpression Parse(JsonObject json, int depth)
    {
        if (depth > MaximumDepth)
            throw CostExplorerErrors.Validation($"Expression is nested more than {MaximumDepth} levels deep.");
        var roots = Roots.Where(root => json[root] is not null).ToList();
        if (roots.Count != 1)
            throw CostExplorerErrors.Validation(
                $"Expression has {(roots.Count == 0 ? "zero" : "more than one")} roots. Only one root operator is allowed for each expression: {string.Join(", ", Roots)}");
        var child = json[roots[0]]!;
        return roots[0] switch
        {
            "And" => new CostExpression.And(Operands(child, "And", depth)),
            "Or" => new CostExpression.Or(Operands(child, "Or", depth)),
            "Not" => new CostExpression.Not(Parse(Structure(child, "Not"), depth + 1)),
            "Dimensions" => Dimension(Structure(child, "Dimensions")),
            "Tags" => Label(LeafKind.Tag, Structure(child, "Tags"), "Tags"),
            _ => Label(LeafKind.CostCategory, Structure(child, "CostCategories"), "CostCategories"),
        };
    }

    private List<CostExpression> Operands(JsonNode node, string name, int depth)
    {
        var operands = (node as JsonArray ?? throw Serialization(name, "list"))
            .Select(operand => Parse(Structure(operand, name), depth + 1)).ToList();
        return operands.Count >= 2 ? operands : throw CostExplorerErrors.Validation($"{name} expression must have at least 2 operands");
    }

    private CostExpression.Leaf Dimension(JsonObject json)
    {
        var input = new RequestInput(json);
        var key = input.RequiredText("Key");
        var values = input.Texts("Values");
        input.Check();
        if (!grammar.DimensionKeys.Contains(key))
            throw CostExplorerErrors.Validation($"Dimension {key} is not allowed.");
        var (match, ignoreCase) = Match(input, grammar.DimensionMatches, "dimension", key);
        if (grammar.NeedsValues && values.Count == 0 && match != MatchKind.Absent)
            throw CostExplorerErrors.Validation($"Values are required for dimension {key}.");
        return new CostExpression.Leaf(LeafKind.Dimension, key, values, match, ignoreCase);
    }

    private CostExpression.Leaf Label(LeafKind kind, JsonObject json, string name)
    {
        if (!grammar.AllowsLabels)
            throw CostExplorerErrors.Validation($"{name} is not allowed in this expression.");
        var input = new RequestInput(json);
        var key = input.RequiredText("Key", min: 1, max: kind == LeafKind.Tag ? 1024 : 50);
        var values = input.Texts("Values");
        input.Check();
        var (match, ignoreCase) = Match(input, grammar.LabelMatches, name, key);
        if (grammar.NeedsValues && values.Count == 0 && match != MatchKind.Absent)
            throw CostExplorerErrors.Validation($"Values are required for {name} key {key} unless the match option is ABSENT.");
        if (values.Count > 0 && match == MatchKind.Absent)
            throw CostExplorerErrors.Validation($"Values are not allowed for {name} key {key} with the match option ABSENT.");
        return new CostExpression.Leaf(kind, key, values, match, ignoreCase);
    }

    private static (MatchKind Match, bool IgnoreCase) Match(RequestInput input, IReadOnlySet<string> allowed, string name, string key)
    {
        var options = input.Texts("MatchOptions");
        foreach (var option in options)
            if (!allowed.Contains(option))
                throw CostExplorerErrors.Validation(
                    $"Match option {option} is not supported for {name} {key}. Supported: {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
        if (options.Contains("CASE_SENSITIVE") && options.Contains("CASE_INSENSITIVE"))
            throw CostExplorerErrors.Validation("Match options CASE_SENSITIVE and CASE_INSENSITIVE exclude each other.");
        var kinds = options.Where(option => !option.StartsWith("CASE_", StringComparison.Ordinal)).Distinct().ToList();
        if (kinds.Count > 1)
            throw CostExplorerErrors.Validation($"Match options {string.Join(" and ", kinds)} exclude each other.");
        return (KindOf(kinds.SingleOrDefault("EQUALS")), options.Contains("CASE_INSENSITIVE"));
    }

    private static MatchKind KindOf(string option) => option switch
    {
        "ABSENT" => MatchKind.Absent,
        "STARTS_WITH" => MatchKind.StartsWith,
        "ENDS_WITH" => MatchKind.EndsWith,
        "CONTAINS" => MatchKind.Contains,
        "GREATER_THAN_OR_EQUAL" => MatchKind.GreaterThanOrEqual,
        _ => MatchKind.Equal,
    };

    private static JsonObject Structure(JsonNode? node, string name) => node as JsonObject ?? throw Serialization(name, "structure");

    private static AwsError Serialization(string name, string kind) => new("SerializationException", $"{name} is not a {kind}.");
}
