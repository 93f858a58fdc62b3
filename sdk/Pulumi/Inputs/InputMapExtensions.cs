namespace Pulumi;

/// <summary>Lets values of either type be added to a map of unions, as C# does not chain two conversions.</summary>
public static class InputMapExtensions
{
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value) =>
        map.Add(key, value.Apply(known => Union<T0, T1>.FromT0(known)));

    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value) =>
        map.Add(key, value.Apply(known => Union<T0, T1>.FromT1(known)));
}
