namespace FinOps.Infra.Settings;

/// <summary>A switch whose default depends on the adoption mode: on from this mode upwards.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnFromAttribute(AdoptionMode mode) : Attribute
{
    public AdoptionMode Mode { get; } = mode;
}
