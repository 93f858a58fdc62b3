using System.ComponentModel.DataAnnotations;
using FinOps.Core.Problems;
using FinOps.Policies.Tagging;

namespace FinOps.Policies.Rules.Tags;

/// <summary>Reads the standard at the path at once, so that a bad one stops the deployment before its first resource.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReadableStandardAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        try
        {
            if (value is string path)
            {
                StandardSource.At(path);
            }

            return ValidationResult.Success;
        }
        catch (ProblemException mistakes)
        {
            return new ValidationResult(string.Join("; ", mistakes.Problems));
        }
    }
}
