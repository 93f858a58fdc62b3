namespace FinOps.Functions.Resources;

public enum UnreadReason
{
    /// <summary>The role of the account cannot be assumed.</summary>
    RoleRefused,

    /// <summary>The role may not make the request.</summary>
    Denied,

    /// <summary>The region does not know the account's keys: it is not enabled, or not for sessions like this one.</summary>
    RegionNotEnabled,

    /// <summary>AWS refused every attempt for their number.</summary>
    Throttled,

    /// <summary>AWS let page tokens expire again and again.</summary>
    TokenExpired,

    /// <summary>The time of the scan ended.</summary>
    OutOfTime,

    /// <summary>Anything else, after all attempts.</summary>
    Failed,
}
