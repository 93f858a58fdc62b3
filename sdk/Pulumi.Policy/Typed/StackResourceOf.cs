namespace Pulumi.Policy.Typed;

/// <summary>A resource of a stack together with its outputs as plain values.</summary>
public readonly record struct StackResourceOf<T>(StackResource Resource, T Properties);
