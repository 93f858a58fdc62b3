using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FinOps.Policies.Model;

/// <summary>Text that is a day of the calendar, for example <c>2027-03-01</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CalendarDayAttribute : ValidationAttribute
{
    public static bool TryParse(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value is not string text || TryParse(text, out _)
        ? ValidationResult.Success
        : new ValidationResult($"{validationContext.MemberName}: found '{text}'; allowed: a day as year-month-day, for example 2027-03-01");
}
