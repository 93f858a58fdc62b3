namespace Pulumi.Aws;

/// <summary>What an input named <c>tags</c> looks like.</summary>
public enum TagShape
{
    /// <summary>A map of strings, merged with the provider's default tags into <c>tagsAll</c>.</summary>
    Map,

    /// <summary>The Auto Scaling group's list of <c>{key, value, propagateAtLaunch}</c>.</summary>
    ListOfGroupTags,

    /// <summary>Something else that is called tags and must never be given a map of tags.</summary>
    Other,
}
