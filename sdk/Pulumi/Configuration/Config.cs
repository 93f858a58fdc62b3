using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Configuration of the stack in one namespace.</summary>
public sealed class Config
{
    private readonly string _name;

    /// <param name="name">The namespace; null is the project.</param>
    public Config(string? name = null)
    {
        name ??= DeploymentContext.Current.ProjectName;
        const string OldSuffix = ":config";
        _name = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
    }

    private delegate bool Parser<T>(string text, out T value);

    public string? Get(string key) => Warned(key, nameof(GetSecret));

    public Output<string>? GetSecret(string key) => Find(key) is { } text ? Output.CreateSecret(text) : null;

    /// <summary>Only <c>true</c> and <c>false</c> are booleans.</summary>
    /// <exception cref="RunException">The value is something else.</exception>
    public bool? GetBoolean(string key) => Parse<bool>(key, Warned(key, nameof(GetSecretBoolean)), TryBoolean, "Boolean");

    public Output<bool>? GetSecretBoolean(string key) => Secret(Parse<bool>(key, Find(key), TryBoolean, "Boolean"));

    /// <exception cref="RunException">The value is not a 32-bit integer.</exception>
    public int? GetInt32(string key) => Parse<int>(key, Warned(key, nameof(GetSecretInt32)), TryInt32, nameof(Int32));

    public Output<int>? GetSecretInt32(string key) => Secret(Parse<int>(key, Find(key), TryInt32, nameof(Int32)));

    /// <exception cref="RunException">The value is not a number.</exception>
    public double? GetDouble(string key) => Parse<double>(key, Warned(key, nameof(GetSecretDouble)), TryDouble, nameof(Double));

    public Output<double>? GetSecretDouble(string key) => Secret(Parse<double>(key, Find(key), TryDouble, nameof(Double)));

    /// <summary>The value read as JSON.</summary>
    /// <exception cref="RunException">It is not JSON of that type.</exception>
    public T? GetObject<T>(string key, JsonSerializerOptions? options = null) => ParseObject<T>(key, Warned(key, "GetSecretObject"), options);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions? options = null) =>
        Find(key) is { } text ? Output.CreateSecret(ParseObject<T>(key, text, options)!) : null;

    /// <exception cref="RunException">There is no value.</exception>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    public T RequireObject<T>(string key, JsonSerializerOptions? options = null) =>
        Find(key) is null ? throw Missing(key) : GetObject<T>(key, options)!;

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions? options = null) => GetSecretObject<T>(key, options) ?? throw Missing(key);

    private static bool TryBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    private static bool TryInt32(string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryDouble(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } known ? Output.CreateSecret(known) : null;

    private string FullKey(string key) => $"{_name}:{key}";

    private string? Find(string key) => DeploymentContext.Current.Settings.Config.Values.GetValueOrDefault(FullKey(key));

    /// <summary>Reading a secret in clear works, but is hardly ever meant.</summary>
    private string? Warned(string key, string instead)
    {
        var context = DeploymentContext.Current;
        if (context.Settings.Config.SecretKeys.Contains(FullKey(key)))
        {
            context.Logger.Log(LogLevel.Warning, $"Configuration '{FullKey(key)}' value is a secret; use `{instead}` instead of `{instead.Replace("Secret", "", StringComparison.Ordinal)}`");
        }

        return Find(key);
    }

    private T? Parse<T>(string key, string? text, Parser<T> parser, string type)
        where T : struct =>
        text is null ? null : parser(text, out var value) ? value : throw Invalid(key, text, type, null);

    private T? ParseObject<T>(string key, string? text, JsonSerializerOptions? options)
    {
        try
        {
            return text is null ? default : JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException e)
        {
            throw Invalid(key, text!, typeof(T).FullName!, e);
        }
    }

    private RunException Invalid(string key, string text, string type, Exception? inner) =>
        new($"Configuration '{FullKey(key)}' value '{(DeploymentContext.Current.Settings.Config.SecretKeys.Contains(FullKey(key)) ? "[secret]" : text)}' is not a valid {type}", inner);

    private RunException Missing(string key) =>
        new($"Missing Required configuration variable '{FullKey(key)}'\n\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");
}
