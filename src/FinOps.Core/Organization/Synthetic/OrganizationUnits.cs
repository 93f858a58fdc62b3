namespace FinOps.Core.Organization.Synthetic;

/// <summary>The organizational units by their path below the root.</summary>
internal static class OrganizationUnits
{
    public const string Root = "";
    public const string Security = "Security";
    public const string Infrastructure = "Infrastructure";
    public const string Workloads = "Workloads";
    public const string Production = "Workloads/Prod";
    public const string NonProduction = "Workloads/NonProd";
    public const string Sandbox = "Sandbox";
    public const string Suspended = "Suspended";

    /// <summary>Parents before children.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Security, Infrastructure, Workloads, Production, NonProduction, Sandbox, Suspended];
}
