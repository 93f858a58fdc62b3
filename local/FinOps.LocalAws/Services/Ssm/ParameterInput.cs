using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ssm;

/// <summary>Checks a parameter as Systems Manager does. What is wrong is told without the value.</summary>
internal static partial class ParameterInput
{
    public const string Secure = "SecureString";

    private const string DefaultKey = "alias/aws/ssm";

    /// <summary>Levels of a name with slashes.</summary>
    private const int DeepestName = 15;

    /// <returns>The parameter without its value.</returns>
    public static JsonObject Read(JsonInput input, JsonObject? standing)
    {
        var name = Name(input);
        var type = input.OptionalOneOf("Type", "String", "StringList", Secure) ?? (string?)standing?["Type"] ?? throw SsmErrors.Invalid("A parameter type is required when you create a parameter.");
        if (standing is not null && (string?)standing["Type"] is { } before && before != type && (before == Secure || type == Secure))
            throw SsmErrors.Invalid($"The parameter {name} cannot change its type between {before} and {type}.");
        var key = input.Optional("KeyId", 256);
        if (key is not null && type != Secure)
            throw SsmErrors.Invalid("KeyId is required for SecureString type parameter only.");
        var tier = input.OptionalOneOf("Tier", "Standard", "Advanced", "Intelligent-Tiering") ?? "Standard";
        CheckValue(input, tier == "Standard" ? 4_096 : 8_192);
        var parameter = new JsonObject { ["Name"] = name, ["Type"] = type, ["Tier"] = tier == "Advanced" ? tier : "Standard", ["DataType"] = input.Optional("DataType", 128) ?? "text" };
        if (type == Secure)
            parameter["KeyId"] = key ?? (string?)standing?["KeyId"] ?? DefaultKey;
        foreach (var (member, longest) in new[] { ("Description", 1_024), ("AllowedPattern", 1_024) })
            if (input.Optional(member, longest) is { } text)
                parameter[member] = text;
        return parameter;
    }

    private static string Name(JsonInput input)
    {
        var name = input.Required("Name", 2_048);
        if (!NamePattern().IsMatch(name) || (name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('/')))
            throw SsmErrors.Invalid("Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_");
        var first = name.TrimStart('/');
        if (first.StartsWith("aws", StringComparison.OrdinalIgnoreCase) || first.StartsWith("ssm", StringComparison.OrdinalIgnoreCase))
            throw SsmErrors.Invalid($"No access to reserved parameter name: {name}.");
        return name.Count(letter => letter == '/') <= DeepestName ? name : throw new AwsError("HierarchyLevelLimitExceededException", $"Hierarchy depth exceeds {DeepestName}.");
    }

    private static void CheckValue(JsonInput input, int longest)
    {
        var value = input.Required("Value");
        if (value.Length > longest)
            throw SsmErrors.Invalid($"The value has more than {longest} characters, the most of its tier.");
        if (input.Optional("AllowedPattern") is { } pattern && !Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromMinutes(1)))
            throw new AwsError("ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");
    }

    [GeneratedRegex(@"^(/?[a-zA-Z0-9_.-]+)+\z")]
    private static partial Regex NamePattern();
}
