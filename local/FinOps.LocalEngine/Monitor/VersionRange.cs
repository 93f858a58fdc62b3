using System.Collections.Immutable;
using Pulumi.Rpc;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Version ranges such as <c>&gt;=3.100.0 &lt;4.0.0 || 5.1.0</c>: spaces are "and", bars are "or".</summary>
internal sealed class VersionRange
{
    private static readonly ImmutableArray<string> _operators = [">=", "<=", "!=", "==", ">", "<", "=", "!"];

    private readonly ImmutableArray<ImmutableArray<(string Operator, Version Version)>> _alternatives;

    private VersionRange(ImmutableArray<ImmutableArray<(string Operator, Version Version)>> alternatives) => _alternatives = alternatives;

    /// <exception cref="RpcException">InvalidArgument: not a range.</exception>
    public static VersionRange Parse(string text) =>
        new(text.Split("||").Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Condition).ToImmutableArray()).ToImmutableArray());

    public bool Contains(string version)
    {
        var actual = Version.Parse(version);
        return _alternatives.Any(conditions => conditions.All(condition => Holds(condition, actual)));
    }

    private static (string Operator, Version Version) Condition(string text)
    {
        var sign = _operators.FirstOrDefault(candidate => text.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
        return Version.TryParse(text[sign.Length..].Split('-', '+')[0], out var version) && version.Build >= 0
            ? (sign, version)
            : throw new RpcException(StatusCode.InvalidArgument, $"'{text}' is not a version condition such as >=3.100.0");
    }

    private static bool Holds((string Operator, Version Version) condition, Version actual)
    {
        var order = actual.CompareTo(condition.Version);
        return condition.Operator switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            "!=" or "!" => order != 0,
            _ => order == 0,
        };
    }
}
