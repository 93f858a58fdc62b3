using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;
using FinOps.Functions.Delivery;

namespace FinOps.Functions.Responder;

/// <summary>How alerts are told.</summary>
/// <param name="Delivery">The bucket that remembers what was sent, the sender of mail, and who is told of what nobody owns.</param>
/// <param name="Chat">The channel that is told first; null for mail alone.</param>
public sealed record ResponderOptions(TagStandard Standard, DeliveryOptions Delivery, ChatChannel? Chat)
{
    public const string DryRunVariable = "FINOPS_RESPONDER_DRY_RUN";
    public const string PrefixVariable = "FINOPS_BUDGET_PREFIX";

    /// <summary>What stands before the ids in the names of the stack's budgets.</summary>
    public string BudgetPrefix { get; init; } = "finops-";

    /// <summary>True to make the messages and send none.</summary>
    public bool DryRun { get; init; }

    /// <summary>True when a person has looked, and wants sent what an earlier run may have sent.</summary>
    public bool SendUncertain { get; init; }

    /// <summary>For so long it finds out what an alert is about; then it tells what it knows.</summary>
    public TimeSpan GatherFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="ProblemException">FIN5003, with every mistake in the settings.</exception>
    public static ResponderOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var delivery = DeliveryOptions.FromEnvironment(variable);
        var chat = ChatChannel.FromEnvironment(variable);
        var dryRun = variable(DryRunVariable) == "true";
        if (!dryRun && delivery.Bucket is null)
            throw Missing(DeliveryOptions.BucketVariable, "the bucket that remembers what was sent", "Name the bucket of the reports.");
        if (!dryRun && delivery.From is null && chat is null)
            throw Missing(DeliveryOptions.FromVariable, "a sender of mail, or a chat channel", $"Set {DeliveryOptions.FromVariable} and {DeliveryOptions.ToVariable}, or {ChatChannel.ParameterVariable}.");
        return new ResponderOptions(TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName)), delivery, chat)
        {
            BudgetPrefix = variable(PrefixVariable) is { Length: > 0 } prefix ? prefix : "finops-",
            DryRun = dryRun,
        };
    }

    private static ProblemException Missing(string name, string allowed, string fix) => new([new Problem(AwsFailure.Settings, "environment", name, "nothing", allowed, fix)]);
}
