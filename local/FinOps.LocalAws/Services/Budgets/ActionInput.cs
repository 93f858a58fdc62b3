using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Checks what a budget action is asked to do. Whether policy, role and instances exist is not looked up.</summary>
internal static partial class ActionInput
{
    private const int MaximumSubscribers = 11;
    private const int MaximumInstances = 100;
    private static readonly string[] Definitions = ["IamActionDefinition", "ScpActionDefinition", "SsmActionDefinition"];

    /// <summary>The members of an Action that callers give, completed from <paramref name="standing"/> when it is changed.</summary>
    public static JsonObject Read(JsonInput input, JsonObject budget, JsonObject? standing = null)
    {
        var type = (string?)standing?["ActionType"] ?? input.OneOf("ActionType", "APPLY_IAM_POLICY", "APPLY_SCP_POLICY", "RUN_SSM_DOCUMENTS");
        var action = standing?.DeepClone().AsObject() ?? new JsonObject { ["ActionType"] = type };
        Take("NotificationType", () => Notification(input.OneOf("NotificationType", "ACTUAL", "FORECASTED"), budget));
        Take("ApprovalModel", () => input.OneOf("ApprovalModel", "AUTOMATIC", "MANUAL"));
        Take("ExecutionRoleArn", () => RolePattern().IsMatch(input.Required("ExecutionRoleArn", 618)) ? input.Required("ExecutionRoleArn") : throw input.Fault("ExecutionRoleArn", "Member must be the ARN of a role"));
        Take("ActionThreshold", () => Threshold(input.Object("ActionThreshold")));
        Take("Definition", () => Definition(input.Object("Definition"), type));
        Take("Subscribers", () => Subscribers(input));
        return action;

        // Everything is needed at first, and only what changes later.
        void Take(string name, Func<JsonNode> read)
        {
            if (standing is null || input.Has(name))
                action[name] = read();
        }
    }

    private static JsonValue Notification(string type, JsonObject budget) =>
        type == "FORECASTED" && (string?)budget["TimeUnit"] == "DAILY"
            ? throw BudgetsErrors.Invalid("A DAILY budget can have ACTUAL actions only, not FORECASTED ones.")
            : JsonValue.Create(type);

    private static JsonObject Threshold(JsonInput threshold)
    {
        var value = threshold.OptionalDecimal("ActionThresholdValue") ?? throw threshold.Fault("ActionThresholdValue", "Member must not be null");
        return value > 0
            ? new JsonObject { ["ActionThresholdValue"] = value, ["ActionThresholdType"] = threshold.OneOf("ActionThresholdType", "PERCENTAGE", "ABSOLUTE_VALUE") }
            : throw threshold.Fault("ActionThresholdValue", "Member must be greater than 0");
    }

    private static JsonNode Definition(JsonInput definition, string type)
    {
        var wanted = type switch { "APPLY_IAM_POLICY" => Definitions[0], "APPLY_SCP_POLICY" => Definitions[1], _ => Definitions[2] };
        if (Definitions.Count(definition.Has) != 1 || !definition.Has(wanted))
            throw BudgetsErrors.Invalid($"An action of type {type} needs Definition.{wanted}, and no other definition.");
        var inner = definition.Object(wanted);
        switch (type)
        {
            case "APPLY_IAM_POLICY":
                inner.Required("PolicyArn", 684);
                if (inner.Strings("Roles").Count + inner.Strings("Groups").Count + inner.Strings("Users").Count == 0)
                    throw BudgetsErrors.Invalid("An IAM action needs at least one of Roles, Groups and Users.");
                break;
            case "APPLY_SCP_POLICY":
                if (!PolicyPattern().IsMatch(inner.Required("PolicyId", 130)))
                    throw inner.Fault("PolicyId", "Member must satisfy regular expression pattern: p-[0-9a-zA-Z_]{8,128}");
                if (inner.Strings("TargetIds") is not { Count: >= 1 and <= 100 } targets || !targets.All(TargetPattern().IsMatch))
                    throw inner.Fault("TargetIds", "Members must be 1 to 100 ids of accounts, organizational units or the root");
                break;
            default:
                inner.OneOf("ActionSubType", "STOP_EC2_INSTANCES", "STOP_RDS_INSTANCES");
                inner.Required("Region", 20);
                if (inner.Strings("InstanceIds").Count is < 1 or > MaximumInstances)
                    throw inner.Fault("InstanceIds", $"Member must have 1 to {MaximumInstances} instances");
                break;
        }
        return definition.Body.DeepClone();
    }

    private static JsonArray Subscribers(JsonInput input)
    {
        var subscribers = SubscriberInput.ReadAll(input);
        return subscribers.Count <= MaximumSubscribers ? subscribers : throw input.Fault("Subscribers", $"Member must have length less than or equal to {MaximumSubscribers}");
    }

    [GeneratedRegex(@"^arn:aws(-cn|-us-gov)?:iam::\d{12}:role/.+\z")]
    private static partial Regex RolePattern();

    [GeneratedRegex(@"^p-[0-9a-zA-Z_]{8,128}\z")]
    private static partial Regex PolicyPattern();

    [GeneratedRegex(@"^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12}|r-[0-9a-z]{4,32})\z")]
    private static partial Regex TargetPattern();
}
