using System.Net.Mail;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Delivery;

/// <summary>Where a report goes. A part that is null or empty is simply not delivered to.</summary>
/// <param name="Bucket">S3 bucket for all files.</param>
/// <param name="From">Verified sender of the mail.</param>
/// <param name="To">At most 50 addresses, all in one mail.</param>
/// <param name="ConfigurationSet">The SES configuration set under which the mail goes out; null for the sender's own.</param>
public sealed record DeliveryOptions(string? Bucket, string? From, IReadOnlyList<string> To, string? ConfigurationSet = null)
{
    public const string BucketVariable = "FINOPS_REPORT_BUCKET";
    public const string FromVariable = "FINOPS_REPORT_FROM";
    public const string ToVariable = "FINOPS_REPORT_TO";
    public const string ConfigurationSetVariable = "FINOPS_REPORT_CONFIGURATION_SET";

    // SES takes no more in one message.
    private const int MostRecipients = 50;

    // SES's limit for the name of a configuration set.
    private const int LongestSetName = 64;

    /// <exception cref="ProblemException">FIN5003, with every mistake in the settings.</exception>
    public static DeliveryOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var bucket = Given(variable(BucketVariable));
        var from = Given(variable(FromVariable));
        var to = (variable(ToVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var problems = new List<Problem>();
        if (from is not null && !IsAddress(from))
            problems.Add(Wrong(FromVariable, from, "one mail address", "Write finops@example.com."));
        foreach (var address in to.Where(address => !IsAddress(address)))
            problems.Add(Wrong(ToVariable, address, "mail addresses with commas between them", "Write finops@example.com,finance@example.com."));
        if (to.Length > MostRecipients)
            problems.Add(Wrong(ToVariable, $"{to.Length} addresses", $"at most {MostRecipients}", "Use a mailing list."));
        if (to.Length > 0 && from is null)
            problems.Add(Wrong(FromVariable, "nothing", $"the sender, because {ToVariable} is set", "Name an address that SES has verified."));
        if (from is not null && to.Length == 0)
            problems.Add(Wrong(ToVariable, "nothing", $"at least one address, because {FromVariable} is set", "Name the readers, or unset the sender."));
        var set = Given(variable(ConfigurationSetVariable));
        if (set is not null && (set.Length > LongestSetName || set.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))))
            problems.Add(Wrong(ConfigurationSetVariable, set, $"1 to {LongestSetName} letters, digits, - and _", "Name a configuration set of SES, or unset it."));
        return problems.Count == 0 ? new DeliveryOptions(bucket, from, to, set) : throw new ProblemException(problems);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsAddress(string text) =>
        !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static Problem Wrong(string variable, string found, string allowed, string fix) =>
        new(AwsFailure.Settings, "environment", variable, $"'{found}'", allowed, fix);
}
