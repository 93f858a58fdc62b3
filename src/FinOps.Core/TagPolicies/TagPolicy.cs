using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.TagPolicies;

/// <summary>One tag policy as it is attached to roots, units and accounts. Made and checked by <see cref="Parse"/>.</summary>
public sealed class TagPolicy
{
    private TagPolicy(string id, string name, string content, PolicyNode tags) => (Id, Name, Content, Tags) = (id, name, content, tags);

    public string Id { get; }

    public string Name { get; }

    /// <summary>The document as it was given.</summary>
    public string Content { get; }

    internal PolicyNode Tags { get; }

    /// <param name="content">The document, at most <see cref="TagPolicyDocument.MaxBytes"/> bytes of JSON.</param>
    /// <exception cref="ProblemException">Every mistake in the document (FIN2040 to FIN2043), each with its JSON path.</exception>
    public static TagPolicy Parse(string id, string name, string content)
    {
        var problems = new List<Problem>();
        return TryParse(id, name, content, $"tag policy {name} ({id})", problems) ?? throw new ProblemException(problems);
    }

    /// <param name="source">How problems name the document.</param>
    /// <param name="problems">Takes every mistake.</param>
    /// <returns>Null when there are mistakes.</returns>
    internal static TagPolicy? TryParse(string id, string name, string content, string source, List<Problem> problems)
    {
        var before = problems.Count;
        var tags = TagPolicyReader.Read(content, source, problems);
        return problems.Count == before ? new TagPolicy(id, name, content, tags!) : null;
    }
}

/// <summary>One object of a tag policy: <c>tags</c>, a policy key, or a setting.</summary>
/// <param name="Name">In lower case for policy keys.</param>
/// <param name="Path">Where it stands in the document as it is written.</param>
/// <param name="Allowed">What policies on lower levels may do to this object.</param>
internal sealed record PolicyNode(string Name, string Path, PolicyOperators Allowed, PolicyValues? Assign, PolicyValues? Append, PolicyValues? Remove, ImmutableArray<PolicyNode> Children)
{
    public IEnumerable<PolicyValues> Statements => new[] { Assign, Append, Remove }.OfType<PolicyValues>();
}

/// <summary>What one operator says about one setting.</summary>
/// <param name="IsList">False for the single value of <c>tag_key</c>.</param>
internal sealed record PolicyValues(PolicyOperators Operator, string Path, bool IsList, ImmutableArray<string> Values)
{
    public string PathOf(int index) => IsList ? $"{Path}[{index}]" : Path;
}
