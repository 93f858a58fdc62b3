using System.Text.Json;

namespace FinOps.Infra.Settings;

/// <summary>A secret must not stand readable in a file that goes into version control.</summary>
internal static class SecretSetting
{
    /// <summary>Addresses below these are nobody's (RFC 2606): an example to show a stack with, and no secret.</summary>
    private static readonly string[] _nobodys = ["example.com", "example.org", "example.net"];

    public static bool IsInClear(JsonElement json, SettingsProblems problems) => !problems.IsHidden && json.ValueKind == JsonValueKind.String && !IsExample(json.GetString()!);

    /// <param name="path">For example <c>finops:reporting.chat.webhook</c>.</param>
    public static string HowToEncrypt(string path) => $"Take it out of the file, make a new one if the file was shared, and run: pulumi config set --secret --path '{path}'";

    private static bool IsExample(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && _nobodys.Any(host => url.Host == host || url.Host.EndsWith($".{host}", StringComparison.Ordinal));
}
