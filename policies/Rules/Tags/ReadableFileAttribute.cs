using System.ComponentModel.DataAnnotations;
using FinOps.Core.Problems;

namespace FinOps.Policies.Rules.Tags;

/// <summary>Reads the file at the path at once, so that a bad one stops the deployment before its first resource.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ReadableFileAttribute : ValidationAttribute
{
    /// <param name="config">The record that has the property.</param>
    /// <exception cref="ProblemException">Every mistake in the file.</exception>
    protected abstract void Read(string path, object config);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        try
        {
            if (value is string path)
            {
                Read(path, validationContext.ObjectInstance);
            }

            return ValidationResult.Success;
        }
        catch (ProblemException mistakes)
        {
            return new ValidationResult(string.Join("; ", mistakes.Problems));
        }
    }
}
