using System.Collections.Frozen;

namespace FinOps.Policies.Rules.Tags;

/// <summary>One input that decides whether a resource hands its tags on to what it creates.</summary>
/// <param name="Path">From the inputs; <c>[]</c> is every item of a list. Where something before the last name is absent, nothing is created.</param>
/// <param name="Wanted">The values that hand tags on: <c>true</c>, or the words of the service.</param>
/// <param name="Onto">What would be left untagged.</param>
internal sealed record Propagation(string Path, string[] Wanted, string Onto)
{
    private static readonly string[] Yes = ["true"];
    private static readonly string[] FromTaskOrService = ["SERVICE", "TASK_DEFINITION"];
    private static readonly string[] FromTask = ["TASK_DEFINITION"];
    private static readonly string[] FromDaemon = ["DAEMON"];

    /// <summary>Switches by type, from the inputs of provider 7.48.0. Groups, launch templates and volumes have tags of their own and are judged apart.</summary>
    public static FrozenDictionary<string, Propagation[]> ByType { get; } = new Dictionary<string, Propagation[]>
    {
        ["aws:autoscaling/tag:Tag"] = [new("tag.propagateAtLaunch", Yes, "the instances of the group")],
        ["aws:batch/jobDefinition:JobDefinition"] = [new("propagateTags", Yes, "its tasks")],
        ["aws:cloudwatch/eventTarget:EventTarget"] = [new("ecsTarget.propagateTags", FromTask, "the tasks it starts")],
        ["aws:dlm/lifecyclePolicy:LifecyclePolicy"] = [new("policyDetails.schedules[].copyTags", Yes, "the snapshots it makes")],
        ["aws:docdb/clusterInstance:ClusterInstance"] = [new("copyTagsToSnapshot", Yes, "its snapshots")],
        ["aws:dynamodb/table:Table"] = [new("replicas[].propagateTags", Yes, "the replica")],
        ["aws:ecs/capacityProvider:CapacityProvider"] = [new("managedInstancesProvider.propagateTags", ["CAPACITY_PROVIDER"], "the instances it starts")],
        ["aws:ecs/daemon:Daemon"] = [new("propagateTags", FromDaemon, "its tasks"), new("enableEcsManagedTags", Yes, "its tasks (cluster and daemon name)")],
        ["aws:ecs/service:Service"] =
        [
            new("propagateTags", FromTaskOrService, "its tasks"), new("enableEcsManagedTags", Yes, "its tasks (cluster and service name)"),
            new("volumeConfiguration.managedEbsVolume.tagSpecifications[].propagateTags", FromTaskOrService, "the volumes of its tasks"),
        ],
        ["aws:fsx/fileCache:FileCache"] = [new("copyTagsToDataRepositoryAssociations", Yes, "its data repository associations")],
        ["aws:fsx/lustreFileSystem:LustreFileSystem"] = [new("copyTagsToBackups", Yes, "its backups")],
        ["aws:fsx/ontapVolume:OntapVolume"] = [new("copyTagsToBackups", Yes, "its backups")],
        ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"] = [new("copyTagsToBackups", Yes, "its backups"), new("copyTagsToVolumes", Yes, "its volumes"), new("rootVolumeConfiguration.copyTagsToSnapshots", Yes, "snapshots of its root volume")],
        ["aws:fsx/openZfsVolume:OpenZfsVolume"] = [new("copyTagsToSnapshots", Yes, "its snapshots")],
        ["aws:fsx/windowsFileSystem:WindowsFileSystem"] = [new("copyTagsToBackups", Yes, "its backups")],
        ["aws:neptune/cluster:Cluster"] = [new("copyTagsToSnapshot", Yes, "its snapshots")],
        ["aws:pipes/pipe:Pipe"] = [new("targetParameters.ecsTaskParameters.propagateTags", FromTask, "the tasks it starts")],
        ["aws:rds/cluster:Cluster"] = [new("copyTagsToSnapshot", Yes, "its snapshots")],
        ["aws:rds/clusterInstance:ClusterInstance"] = [new("copyTagsToSnapshot", Yes, "its snapshots")],
        ["aws:rds/instance:Instance"] = [new("copyTagsToSnapshot", Yes, "its snapshots")],
        ["aws:s3/objectCopy:ObjectCopy"] = [new("taggingDirective", ["REPLACE"], "the copy, which keeps those of its source")],
        ["aws:sagemaker/domain:Domain"] = [new("tagPropagation", ["ENABLED"], "the apps and spaces in it")],
        ["aws:scheduler/schedule:Schedule"] = [new("target.ecsParameters.propagateTags", FromTask, "the tasks it starts")],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
