using FinOps.Core.Tagging;
using FinOps.Policies.Tagging;
using Pulumi.Policy;

namespace FinOps.Policies.Rules.Tags;

/// <summary>A taggable resource with its tags and what the standard finds wrong with them.</summary>
public sealed record TagTarget(PolicyResource Resource, TagShape Shape, ResourceTags Tags, TagStandard Standard, IReadOnlyList<TagFinding> Findings);
