namespace FinOps.Policies.Tagging;

/// <summary>What the input <c>tags</c> of a type looks like.</summary>
public enum TagShape
{
    /// <summary>Key to value; all but three types.</summary>
    Map,

    /// <summary>Auto Scaling groups: a list of key, value and propagateAtLaunch.</summary>
    GroupTags,

    /// <summary>The input selects other resources by their tags; the resource itself has none.</summary>
    Selector,
}
