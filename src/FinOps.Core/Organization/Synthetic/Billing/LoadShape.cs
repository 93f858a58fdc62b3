namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>How the daily amount of a resource moves.</summary>
internal enum LoadShape
{
    /// <summary>Runs around the clock; grows slowly.</summary>
    Steady,

    /// <summary>Follows customers: strongest on Saturdays, weakest on Mondays.</summary>
    Customer,

    /// <summary>Follows office hours: less than half on weekends.</summary>
    Office,

    /// <summary>The same amount every day, as forgotten resources cost.</summary>
    Idle,

    /// <summary>Constant capacity, a little less used on weekends; never grows, so that a commitment can be sized for it.</summary>
    Committed,
}
