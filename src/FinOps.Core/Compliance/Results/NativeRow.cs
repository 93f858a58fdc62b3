namespace FinOps.Core.Compliance.Results;

/// <summary>Why AWS's own compliance summary does or does not count resources that we find not compliant. Each is in one row.</summary>
public sealed record NativeRow(NativeSight Sight, Part Resources);

public enum NativeSight
{
    /// <summary>A tag policy made from the standard tells AWS the same.</summary>
    Seen,

    /// <summary>Tag policies have no name for its type.</summary>
    TypeNotSupported,

    /// <summary>It never had a tag; AWS counts only what its tagging service knows.</summary>
    NeverTagged,

    /// <summary>A required key is missing, and the standard does not let the tag policy report it for the type.</summary>
    MissingNotReported,

    /// <summary>A pattern, a condition or a misspelt key: tag policies cannot say it.</summary>
    NotExpressible,
}
