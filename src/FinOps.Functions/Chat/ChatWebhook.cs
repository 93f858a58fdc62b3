using System.Diagnostics.CodeAnalysis;

namespace FinOps.Functions.Chat;

/// <summary>
/// The address of a channel. Whoever has it can write there, so it is never printed: not by itself, not in an error, not in a log. What is told
/// instead is the name of the parameter that holds it.
/// </summary>
public sealed class ChatWebhook
{
    private static readonly string[] SlackHosts = ["hooks.slack.com", "hooks.slack-gov.com"];
    private static readonly string[] TeamsDomains = [".logic.azure.com", ".powerplatform.com", ".webhook.office.com"];

    private ChatWebhook(string name, ChatKind kind, Uri address) => (Name, Kind, Address) = (name, kind, address);

    /// <summary>Where the secret is kept.</summary>
    public string Name { get; }

    public ChatKind Kind { get; }

    internal Uri Address { get; }

    /// <param name="secret">The stored value.</param>
    /// <param name="kind">Null to tell by the host.</param>
    /// <param name="mistake">What is wrong with it, without a letter of it.</param>
    internal static bool TryRead(string name, string secret, ChatKind? kind, [NotNullWhen(true)] out ChatWebhook? webhook, [NotNullWhen(false)] out string? mistake)
    {
        webhook = null;
        if (!Uri.TryCreate(secret.Trim(), UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
            mistake = "a value that is no address";
        // A loopback address never leaves the machine: for trying out and for tests.
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            mistake = "an address that is not encrypted (https)";
        else if ((kind ?? KindOf(address)) is not { } known)
            mistake = "an address of neither Slack nor Teams";
        else
        {
            mistake = null;
            webhook = new ChatWebhook(name, known, address);
        }

        return webhook is not null;
    }

    public override string ToString() => $"the {Kind} webhook of {Name}";

    private static ChatKind? KindOf(Uri address) =>
        SlackHosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase) ? ChatKind.Slack
        : TeamsDomains.Any(domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase)) ? ChatKind.Teams
        : null;
}
