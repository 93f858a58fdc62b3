using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;

namespace FinOps.Functions.TagInventory;

/// <summary>What one inventory is about.</summary>
public sealed record TagInventoryOptions
{
    public const string BillKeysVariable = "FINOPS_INVENTORY_BILL_KEYS";

    public const int DefaultBillKeys = 5;

    /// <summary>More would cost more than they tell: each is a Cost Explorer request.</summary>
    public const int MostBillKeys = 20;

    public required TagStandard Standard { get; init; }

    /// <summary>How many activated keys the bill is asked for, those of the standard first; 0 for none.</summary>
    public int BillKeys { get; init; } = DefaultBillKeys;

    /// <summary>Names the run; null for the time of the run.</summary>
    public string? RunId { get; init; }

    /// <param name="text">As a person or the stack wrote it; null or empty for the default.</param>
    /// <exception cref="ProblemException">FIN5003.</exception>
    public static int ReadBillKeys(string? text, string source, string path) =>
        string.IsNullOrEmpty(text) ? DefaultBillKeys
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var keys) && keys <= MostBillKeys ? keys
        : throw new ProblemException([new Problem(AwsFailure.Settings, source, path, $"'{text}'", $"a whole number from 0 to {MostBillKeys}", $"Write {DefaultBillKeys}, or leave it out.")]);
}
