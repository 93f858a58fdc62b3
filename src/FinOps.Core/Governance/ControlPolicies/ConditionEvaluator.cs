using System.Collections.Immutable;
using FinOps.Core.Text;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>
/// One condition of a policy against one request. A key that the request does not have makes a positive operator false and a negated one
/// true; IfExists makes it true (so that it changes nothing about negated operators). Operators that are not here cannot be judged.
/// </summary>
internal static class ConditionEvaluator
{
    private const string AnyValue = "ForAnyValue:";
    private const string AllValues = "ForAllValues:";
    private const string IfExists = "IfExists";

    private static readonly Dictionary<string, (bool Negated, Func<string, string, Match> Compare)> Operators = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = (false, Equal),
        ["StringNotEquals"] = (true, Equal),
        ["StringEqualsIgnoreCase"] = (false, EqualIgnoringCase),
        ["StringNotEqualsIgnoreCase"] = (true, EqualIgnoringCase),
        ["StringLike"] = (false, Like),
        ["StringNotLike"] = (true, Like),
        ["ArnEquals"] = (false, ArnLike),
        ["ArnLike"] = (false, ArnLike),
        ["ArnNotEquals"] = (true, ArnLike),
        ["ArnNotLike"] = (true, ArnLike),
        ["Bool"] = (false, EqualIgnoringCase),
    };

    public static bool Knows(string name) => name == "Null" || Operators.ContainsKey(Plain(name));

    /// <param name="values">What the request has for the key: null when it is not known, empty when the request does not have it.</param>
    public static Match Judge(ScpCondition condition, ImmutableArray<string>? values)
    {
        // Policy variables take their values from the request; none of the policies that are generated here has any.
        if (!Knows(condition.Operator) || values is null || condition.Values.Any(value => value.Contains("${", StringComparison.Ordinal)))
        {
            return Match.Unknown;
        }

        if (condition.Operator == "Null")
        {
            return condition.Values is [var absent] && bool.TryParse(absent, out var wanted) ? Matches.Of(values.Value.IsEmpty == wanted) : Match.Unknown;
        }

        var (negated, compare) = Operators[Plain(condition.Operator)];
        var each = values.Value.Select(value => One(value, condition.Values, negated, compare));
        if (condition.Operator.StartsWith(AnyValue, StringComparison.Ordinal))
        {
            return Matches.Any(each);
        }

        if (condition.Operator.StartsWith(AllValues, StringComparison.Ordinal))
        {
            return Matches.All(each);
        }

        return values.Value.Length switch
        {
            0 => Matches.Of(negated || condition.Operator.EndsWith(IfExists, StringComparison.Ordinal)),
            1 => each.Single(),
            // AWS does not define operators for one value over keys with several.
            _ => Match.Unknown,
        };
    }

    private static Match One(string value, ImmutableArray<string> patterns, bool negated, Func<string, string, Match> compare)
    {
        var any = Matches.Any(patterns.Select(pattern => compare(pattern, value)));
        return negated ? Matches.Not(any) : any;
    }

    private static string Plain(string name)
    {
        var start = name.StartsWith(AnyValue, StringComparison.Ordinal) ? AnyValue.Length : name.StartsWith(AllValues, StringComparison.Ordinal) ? AllValues.Length : 0;
        var plain = name[start..];
        return plain.EndsWith(IfExists, StringComparison.Ordinal) ? plain[..^IfExists.Length] : plain;
    }

    private static Match Equal(string pattern, string value) => Matches.Of(pattern == value);

    private static Match EqualIgnoringCase(string pattern, string value) => Matches.Of(pattern.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static Match Like(string pattern, string value) => Matches.Of(Wildcard.Matches(pattern, value, '?'));

    // arn:aws:iam::111122223333:role/deploy: six parts, each matched by itself; the last may hold more colons.
    private static Match ArnLike(string pattern, string value)
    {
        var (wanted, found) = (pattern.Split(':', 6), value.Split(':', 6));
        return wanted.Length < 6 || found.Length < 6
            ? Match.Unknown
            : Matches.Of(wanted.Zip(found).All(part => Wildcard.Matches(part.First, part.Second, '?')));
    }
}
