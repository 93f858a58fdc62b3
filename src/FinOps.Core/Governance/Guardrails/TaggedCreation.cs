using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FinOps.Core.Governance.Guardrails;

/// <summary>An action that creates resources and tells IAM with which tags.</summary>
/// <param name="Action">For example <c>ec2:RunInstances</c>.</param>
/// <param name="Resources">The ARNs for which it carries tags; <c>*</c> where it does so for everything it touches.</param>
/// <param name="Others">The ARNs that it is authorized on too, without tags (image, subnet): no statement about tags may name them.</param>
/// <param name="Types">The Pulumi types that it creates.</param>
public sealed record TaggedCreation(string Action, ImmutableArray<string> Resources, ImmutableArray<string> Others, ImmutableArray<string> Types)
{
    private const string File = "tagged-creations.txt";

    private static readonly FrozenDictionary<string, TaggedCreation> ByAction = Read().ToFrozenDictionary(creation => creation.Action, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<TaggedCreation> All => ByAction.Values;

    public bool OnEverything => Resources is ["*"];

    public static TaggedCreation? Find(string action) => ByAction.GetValueOrDefault(action);

    // ec2:CreateVolume arn:aws:ec2:*:*:volume/* arn:aws:ec2:*:*:snapshot/* aws:ebs/volume:Volume
    private static IEnumerable<TaggedCreation> Read() =>
        DataFile.Lines(File).Select(line => line.Split(' ')).Select(parts => new TaggedCreation(
            parts[0], [.. parts[1].Split(',')], parts[2] == "-" ? [] : [.. parts[2].Split(',')], [.. parts[3].Split(',')]));
}
