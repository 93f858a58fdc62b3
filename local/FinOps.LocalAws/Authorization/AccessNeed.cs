using System.Collections.Immutable;

namespace FinOps.LocalAws.Authorization;

/// <summary>One action on one resource that a call needs, with the condition keys that the action brings.</summary>
/// <param name="Action">For example <c>s3:GetObject</c>.</param>
/// <param name="Resource">An ARN, or <c>*</c> where the action knows no resources.</param>
internal sealed record AccessNeed(string Action, string Resource, params (string Key, string Value)[] Context)
{
    /// <summary>What <c>aws:ResourceTag/...</c> looks at; null when it is not known.</summary>
    public ImmutableDictionary<string, string>? ResourceTags { get; init; }

    /// <summary>The tags that the call sends, which <c>aws:RequestTag/...</c> and <c>aws:TagKeys</c> look at; null when it is not known.</summary>
    public ImmutableDictionary<string, string>? RequestTags { get; init; }
}
