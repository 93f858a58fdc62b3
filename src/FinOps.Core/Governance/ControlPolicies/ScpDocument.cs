using System.Collections.Immutable;
using FinOps.Core.Problems;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>A service control policy as the evaluator reads it.</summary>
public sealed class ScpDocument
{
    /// <summary>The limit of Organizations for one service control policy, white space counted.</summary>
    public const int MaxBytes = 5_120;

    internal ScpDocument(string name, ImmutableArray<ScpStatement> statements) => (Name, Statements) = (name, statements);

    public string Name { get; }

    internal ImmutableArray<ScpStatement> Statements { get; }

    /// <summary>Reads any policy that AWS may have accepted: elements that are not known here make their statement one that cannot be judged.</summary>
    /// <exception cref="ProblemException">It is no policy document (FIN2063).</exception>
    public static ScpDocument Parse(string name, string json) => ScpReader.Read(name, json);

    /// <summary>Every reason why AWS, or the evaluator, would not take a policy that is about to be created.</summary>
    /// <returns>Problems FIN2060 (size) and FIN2063 (document); empty for a good one.</returns>
    public static IReadOnlyList<Problem> Check(string name, string json) => ScpChecks.Check(name, json);
}

/// <summary>The service control policies of one root, unit or account.</summary>
public sealed record ScpLevel(string TargetId, ImmutableArray<ScpDocument> Policies);

/// <param name="Opaque">What in it is not known here; null when everything is.</param>
internal sealed record ScpStatement(
    string Name,
    bool Allows,
    ScpPatterns Actions,
    ScpPatterns Resources,
    ImmutableArray<ScpCondition> Conditions,
    string? Opaque)
{
    /// <summary>Whom the statement is about; null in policies that have no principals, as those of control and of identities.</summary>
    public ScpPrincipals? Principals { get; init; }
}

/// <param name="Accounts">Ids and ARNs of accounts, roles, users and sessions, or <c>*</c> for everybody.</param>
/// <param name="Services">Service principals such as <c>lambda.amazonaws.com</c>.</param>
internal sealed record ScpPrincipals(ImmutableArray<string> Accounts, ImmutableArray<string> Services);

/// <param name="Inverted">NotAction, NotResource: everything but these.</param>
internal sealed record ScpPatterns(ImmutableArray<string> Patterns, bool Inverted);

/// <param name="Operator">As written, for example <c>ForAnyValue:StringEquals</c>.</param>
internal sealed record ScpCondition(string Operator, string Key, ImmutableArray<string> Values);
