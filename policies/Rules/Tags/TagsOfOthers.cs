using System.Collections.Frozen;

namespace FinOps.Policies.Rules.Tags;

/// <summary>An input that holds the tags of something which the resource creates.</summary>
/// <param name="Path">From the inputs; see <see cref="InputPath"/>.</param>
/// <param name="Onto">What gets these tags.</param>
/// <param name="WhereGiven">Whether an absent map is fine, because the tags of the resource itself reach it then.</param>
internal sealed record TagsOfOthers(string Path, string Onto, bool WhereGiven = false)
{
    private static readonly TagsOfOthers FinalBackup = new("finalBackupTags", "the backup made when it is deleted", WhereGiven: true);

    /// <summary>From the inputs of provider 7.48.0. Launch templates and volumes are judged apart: several inputs may hold their tags.</summary>
    public static FrozenDictionary<string, TagsOfOthers[]> ByType { get; } = new Dictionary<string, TagsOfOthers[]>
    {
        ["aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"] = [new("resourceTags", "the repositories made from it")],
        ["aws:fsx/lustreFileSystem:LustreFileSystem"] = [FinalBackup],
        ["aws:fsx/ontapVolume:OntapVolume"] = [FinalBackup],
        ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"] = [FinalBackup],
        ["aws:fsx/windowsFileSystem:WindowsFileSystem"] = [FinalBackup],
        ["aws:imagebuilder/distributionConfiguration:DistributionConfiguration"] = [new("distributions[].amiDistributionConfiguration.amiTags", "the images it distributes")],
        ["aws:imagebuilder/imageRecipe:ImageRecipe"] = [new("amiTags", "the images made from it")],
        ["aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration"] = [new("resourceTags", "the machines that build")],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
