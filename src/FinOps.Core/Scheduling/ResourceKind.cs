namespace FinOps.Core.Scheduling;

/// <summary>What can be started and stopped.</summary>
public enum ResourceKind
{
    Instance,
    Database,

    /// <summary>An Aurora or Multi-AZ cluster with all its instances.</summary>
    Cluster,

    /// <summary>An Auto Scaling group: stopped is a size of zero.</summary>
    Group,
}
