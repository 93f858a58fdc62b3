namespace Pulumi;

/// <summary>Lets elements of either type be added to a list of unions, as C# does not chain two conversions.</summary>
public static class InputListExtensions
{
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) =>
        list.Add(value.Apply(known => Union<T0, T1>.FromT0(known)));

    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) =>
        list.Add(value.Apply(known => Union<T0, T1>.FromT1(known)));
}
