namespace FinOps.Core.TagPolicies;

/// <summary>The operators that set values, as a set: which of them lower levels may still use.</summary>
[Flags]
public enum PolicyOperators
{
    None = 0,

    /// <summary><c>@@assign</c>: replaces what was inherited.</summary>
    Assign = 1,

    /// <summary><c>@@append</c>: adds to a list.</summary>
    Append = 2,

    /// <summary><c>@@remove</c>: takes out of a list.</summary>
    Remove = 4,

    All = Assign | Append | Remove,
}
