namespace Pulumi;

/// <summary>An input of one of two types.</summary>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    private InputUnion(Output<Union<T0, T1>> output)
        : base(output)
    {
    }

    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Output.Create(Union<T0, T1>.FromT0(value)));

    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Output.Create(Union<T0, T1>.FromT1(value)));

    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(value.Apply(known => Union<T0, T1>.FromT0(known)));

    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(value.Apply(known => Union<T0, T1>.FromT1(known)));

    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(known => Union<T0, T1>.FromT0(known)));

    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(known => Union<T0, T1>.FromT1(known)));

    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(Output.Create(value));

    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);
}
