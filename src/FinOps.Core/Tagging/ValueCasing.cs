namespace FinOps.Core.Tagging;

/// <summary>How values of a key are written.</summary>
public enum ValueCasing
{
    Any,
    Lower,
    Upper,
}
