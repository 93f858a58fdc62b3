namespace Pulumi;

/// <summary>Names of resources: <c>urn:pulumi:STACK::PROJECT::PARENTTYPE$TYPE::NAME</c>. A name may itself contain <c>::</c>.</summary>
public static class Urn
{
    /// <summary>The URN that a resource would have.</summary>
    public static Output<string> Create(
        Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null, Input<string>? project = null, Input<string>? stack = null)
    {
        var above = parent is not null ? parent.Urn : parentUrn?.ToOutput() ?? Output.Create("");
        return Output.Tuple(
                name.ToOutput(),
                type.ToOutput(),
                above,
                project?.ToOutput() ?? Output.Create(DeploymentContext.Current.ProjectName),
                stack?.ToOutput() ?? Output.Create(DeploymentContext.Current.StackName))
            .Apply(parts => Make(parts.Item1, parts.Item2, parts.Item3, parts.Item4, parts.Item5));
    }

    internal static string Make(string name, string type, string parentUrn, string project, string stack)
    {
        if (parentUrn.Length == 0)
        {
            return $"urn:pulumi:{stack}::{project}::{type}::{name}";
        }

        var parentType = QualifiedTypeOf(parentUrn);
        var prefix = parentType is "" or Stack.RootType ? "" : parentType + "$";
        return $"{parentUrn[..parentUrn.IndexOf("::", StringComparison.Ordinal)]}::{project}::{prefix}{type}::{name}";
    }

    internal static string TypeOf(string urn) => QualifiedTypeOf(urn).Split('$')[^1];

    internal static string NameOf(string urn) => Part(urn, 3);

    private static string QualifiedTypeOf(string urn) => Part(urn, 2);

    private static string Part(string urn, int index)
    {
        var parts = urn.Split("::", 4);
        return index < parts.Length ? parts[index] : "";
    }
}
