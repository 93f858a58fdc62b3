using System.Text.Json;
using Pulumi;

namespace FinOps.Infra.Settings;

/// <summary>The types that a setting can have.</summary>
internal static class SettingsTypes
{
    /// <summary>What a list holds, or null for another type.</summary>
    public static Type? ItemOf(Type type) => Argument(type, typeof(IReadOnlyList<>), 0);

    /// <summary>What a map holds by name, or null for another type.</summary>
    public static Type? ValueOf(Type type) => Argument(type, typeof(IReadOnlyDictionary<,>), 1);

    public static bool IsSecret(Type type) => type == typeof(Output<string>);

    public static bool IsRecord(Type type) => type.IsClass && type.Namespace!.StartsWith("FinOps.", StringComparison.Ordinal);

    public static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>How the value of an enumeration is written: <c>AutoAdjusting</c> is <c>autoAdjusting</c>.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static IReadOnlyList<string> Words(Type type) => [.. Enum.GetValues(type).Cast<Enum>().Select(Word)];

    /// <summary>What may stand where a value of this type is wanted.</summary>
    public static string Allowed(Type type) => Plain(type) switch
    {
        { IsEnum: true } words => string.Join(", ", Words(words)),
        var plain when plain == typeof(bool) => "true or false",
        var plain when plain == typeof(int) => "a whole number",
        var plain when plain == typeof(decimal) => "a number",
        var plain when plain == typeof(string) || IsSecret(plain) => "text",
        var plain when ItemOf(plain) is not null => "a list",
        _ => "a map",
    };

    private static Type? Argument(Type type, Type open, int index) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open ? type.GetGenericArguments()[index] : null;
}
