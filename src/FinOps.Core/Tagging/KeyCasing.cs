namespace FinOps.Core.Tagging;

/// <summary>How keys are written.</summary>
public enum KeyCasing
{
    Any,
    PascalCase,
    CamelCase,
    KebabCase,
    SnakeCase,
}
