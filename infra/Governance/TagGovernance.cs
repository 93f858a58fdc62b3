using FinOps.Core.Tagging;
using Pulumi;
using Pulumi.Aws.Organizations;

namespace FinOps.Infra.Governance;

/// <summary>The standard as an Organizations tag policy, attached to the root: keys' casing and values, in reporting mode.</summary>
public sealed class TagGovernance : ComponentResource
{
    public TagGovernance(string name, TagStandard standard, string rootId, Dictionary<string, string> tags, ComponentResourceOptions? options = null)
        : base("finops:governance:TagGovernance", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        var policy = new Policy("tag-standard", new PolicyArgs
        {
            Name = "finops-tag-standard",
            Description = "Keys and values of the tag standard. Generated from tag-standard.yaml.",
            Type = "TAG_POLICY",
            Content = TagPolicyDocument.From(standard).Json,
            Tags = tags,
        }, parent);
        _ = new PolicyAttachment("tag-standard-on-root", new PolicyAttachmentArgs { PolicyId = policy.Id, TargetId = rootId }, parent);
        RegisterOutputs();
    }
}
