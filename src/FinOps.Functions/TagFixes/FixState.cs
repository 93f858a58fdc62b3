namespace FinOps.Functions.TagFixes;

/// <summary>Where one fix stands.</summary>
public enum FixState
{
    /// <summary>The tag is as it was when the fix was proposed: it can be applied.</summary>
    Ready,

    /// <summary>Applied by this run, and seen so.</summary>
    Applied,

    /// <summary>The new tag is written; AWS does not show it yet, so the old one stays until the next run.</summary>
    Written,

    /// <summary>The tag was as proposed already.</summary>
    AlreadyDone,

    /// <summary>The tag changed since the fix was proposed: it is left alone.</summary>
    Changed,

    /// <summary>The Tagging API does not list the resource: it is gone, or lost all its tags.</summary>
    NotThere,

    /// <summary>AWS refused.</summary>
    Failed,
}
