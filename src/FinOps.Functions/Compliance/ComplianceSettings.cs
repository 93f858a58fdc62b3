using System.Globalization;
using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Waivers;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Compliance;

/// <summary>The settings of the deployed function.</summary>
public static class ComplianceSettings
{
    /// <summary>Path of the waivers; without it, those beside the function, if there are any.</summary>
    public const string WaiversVariable = "FINOPS_WAIVERS";

    public const string ServicesByResourceVariable = "FINOPS_COMPLIANCE_SERVICES_BY_RESOURCE";

    private const int MostServices = 50;

    /// <exception cref="ProblemException">FIN5003 for settings, FIN2001 to FIN2011 for waivers; every mistake at once.</exception>
    public static ComplianceOptions FromEnvironment(TagStandard standard, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var problems = new List<Problem>();
        var services = variable(ServicesByResourceVariable) is { Length: > 0 } text ? Services(text, problems) : ComplianceOptions.DefaultServicesByResource;
        var waivers = Waivers(variable(WaiversVariable) ?? Path.Combine(AppContext.BaseDirectory, WaiverList.FileName), problems);
        return problems.Count == 0
            ? new ComplianceOptions { Standard = standard, Waivers = waivers, ServicesByResource = services }
            : throw new ProblemException(problems);
    }

    /// <returns>No waivers when there is no file.</returns>
    public static WaiverList Waivers(string path, ICollection<Problem> problems) =>
        Utf8File.ReadIfThere(path, "FIN2009", "Mend the file or remove it.", problems) is { } text ? WaiverList.Read(text, path, problems) : WaiverList.Empty;

    private static int Services(string text, List<Problem> problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostServices)
            return number;
        problems.Add(new Problem(AwsFailure.Settings, "environment", ServicesByResourceVariable, $"'{text}'", $"0 to {MostServices}", "Write 8, or 0 to ask for no single resources."));
        return 0;
    }
}
