namespace FinOps.LocalEngine.Resources;

/// <summary>URNs as Pulumi writes them: <c>urn:pulumi:STACK::PROJECT::PARENTTYPE$TYPE::NAME</c>.</summary>
internal static class Urn
{
    public const string StackType = "pulumi:pulumi:Stack";
    public const string StackReferenceType = "pulumi:pulumi:StackReference";
    public const string ProviderPrefix = "pulumi:providers:";

    /// <summary>Children of the root stack, and resources without a parent, carry their bare type.</summary>
    public static string Create(string stack, string project, string parentUrn, string type, string name)
    {
        var parentType = parentUrn.Length == 0 ? "" : QualifiedType(parentUrn);
        var qualified = parentType.Length == 0 || parentType == StackType ? type : $"{parentType}${type}";
        return $"urn:pulumi:{stack}::{project}::{qualified}::{name}";
    }

    public static string OfStack(string stack, string project) => Create(stack, project, "", StackType, $"{project}-{stack}");

    /// <summary>True when all four parts are there.</summary>
    public static bool IsValid(string urn) => urn.StartsWith("urn:pulumi:", StringComparison.Ordinal) && Parts(urn).Length == 4;

    public static string Stack(string urn) => Parts(urn)[0]["urn:pulumi:".Length..];

    public static string Project(string urn) => Parts(urn)[1];

    public static string QualifiedType(string urn) => Parts(urn)[2];

    public static string Type(string urn)
    {
        var qualified = QualifiedType(urn);
        return qualified[(qualified.LastIndexOf('$') + 1)..];
    }

    public static string Name(string urn) => Parts(urn)[3];

    /// <summary>The provider package of a type: the text before its first colon, or for <c>pulumi:providers:aws</c> the text after the last.</summary>
    public static string Package(string type) =>
        IsProvider(type) ? type[ProviderPrefix.Length..] : type.Split(':', 2)[0];

    public static bool IsProvider(string type) => type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    /// <summary>A name may contain <c>::</c>, so only the first three delimiters split.</summary>
    private static string[] Parts(string urn)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts : throw new FormatException($"'{urn}' is not a URN: expected urn:pulumi:STACK::PROJECT::TYPE::NAME");
    }
}
