namespace Pulumi.Aws.Generator.Emit;

/// <summary>An open enumeration: a struct around its string.</summary>
internal static class EnumEmitter
{
    public static string Emit(string @namespace, string name, IReadOnlyList<KeyValuePair<string, string>> members)
    {
        var code = new CodeWriter(@namespace);
        code.Line("[global::Pulumi.EnumType]");
        code.Block($"public readonly struct {name} : global::System.IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;");
            code.Line();
            code.Line($"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));");
            code.Line();
            foreach (var member in members)
                code.Line($"public static {name} {member.Key} {{ get; }} = new {name}(\"{member.Value}\");");
            code.Line();
            code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            code.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            code.Line($"public static explicit operator string({name} value) => value._value;");
            code.Line();
            code.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            code.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);");
            code.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
            code.Line("public override string ToString() => _value;");
        });
        return code.ToString();
    }
}
