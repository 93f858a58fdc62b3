using System.Collections.Immutable;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Problems;

namespace FinOps.Core.Governance.AccessPolicies;

/// <summary>A policy of an identity (a role's permissions), of a resource (a bucket's policy) or of trust (who may assume a role).</summary>
public sealed class AccessPolicy
{
    private AccessPolicy(ScpDocument document) => (Name, Statements) = (document.Name, document.Statements);

    public string Name { get; }

    internal ImmutableArray<ScpStatement> Statements { get; }

    /// <summary>Reads any policy that AWS may have accepted: elements that are not known here make their statement one that cannot be judged.</summary>
    /// <exception cref="ProblemException">It is no policy document (FIN2063).</exception>
    public static AccessPolicy Parse(string name, string json) => new(ScpReader.Read(name, json, ofAccess: true));
}
