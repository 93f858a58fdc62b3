namespace FinOps.Functions.Resources;

/// <summary>Which service told of a resource.</summary>
public enum SeenBy
{
    /// <summary>It has tags, or had some once.</summary>
    TaggingApi,

    /// <summary>It has no tags; most probably it never had any.</summary>
    ResourceExplorer,
}
