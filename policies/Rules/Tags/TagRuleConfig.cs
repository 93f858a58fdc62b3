using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FinOps.Core.Problems;
using FinOps.Policies.Tagging;

namespace FinOps.Policies.Rules.Tags;

/// <summary>Configuration of every tag rule.</summary>
public sealed record TagRuleConfig : IValidatableObject
{
    [Description("Path of the tag standard to judge by; without it, the one beside the pack")]
    public string? Standard { get; init; }

    /// <summary>Reads the standard at once, so that a bad one stops the deployment before its first resource.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Standard is null)
        {
            return [];
        }

        try
        {
            StandardSource.At(Standard);
            return [];
        }
        catch (ProblemException mistakes)
        {
            return mistakes.Problems.Select(problem => new ValidationResult(problem.ToString(), [nameof(Standard)]));
        }
    }
}
