using FinOps.Core.Organization.Synthetic.Resources;

namespace FinOps.LocalAws.Services.Rds;

/// <summary>An instance or a cluster.</summary>
/// <param name="Status">available, stopping, stopped or starting.</param>
/// <param name="StoppedAt">Null unless it is stopped, or on its way there.</param>
/// <param name="ReplicaOf">Name of the instance that it copies; null for none.</param>
/// <param name="Replicas">Names of the instances that copy it.</param>
internal sealed record Database(SyntheticResource Resource, string Status, DateTimeOffset? StoppedAt, string? ReplicaOf, IReadOnlyList<string> Replicas)
{
    /// <summary>RDS starts what it finds stopped for so long.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromDays(7);

    public const string Available = "available";
    public const string Stopping = "stopping";
    public const string Stopped = "stopped";
    public const string Starting = "starting";

    public string Name => Resource.Id;

    public bool IsCluster => Resource.Live.Type == "rds:cluster";

    public string Engine => Resource.DatabaseEngine switch
    {
        "Aurora PostgreSQL" => "aurora-postgresql",
        "PostgreSQL" => "postgres",
        _ => "mysql",
    };

    public DateTimeOffset? RestartsAt => StoppedAt + LongestStop;
}
