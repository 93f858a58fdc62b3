using System.CommandLine;
using System.Text.Json;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;

namespace FinOps.Cli.Local;

/// <summary>
/// The size of the synthetic organization: asked for on the command line, remembered beside the embedded AWS,
/// so that <c>finops up --accounts 100</c> and a later <c>finops local</c> speak of the same organization.
/// </summary>
internal sealed class OrganizationOptions
{
    private readonly Option<int?> _accounts = new("--accounts") { Description = "Accounts of the synthetic organization (default 40, or as last used)." };
    private readonly Option<int?> _months = new("--months") { Description = "Months of cost history (default 14, or as last used)." };
    private readonly Option<int?> _seed = new("--seed") { Description = "Seed of the synthetic organization; the same seed gives the same accounts and costs." };

    public void AddTo(Command command)
    {
        command.Add(_accounts);
        command.Add(_months);
        command.Add(_seed);
    }

    /// <exception cref="ProblemException">FIN1003: a size that cannot be served.</exception>
    public SyntheticOrganizationOptions Read(ParseResult parsed, string dataDirectory, TimeProvider time)
    {
        var file = Path.Combine(dataDirectory, "organization.json");
        var today = SyntheticOrganizationOptions.ForToday(time);
        var last = Remembered(file) ?? new Size(today.Accounts, today.Months, today.Seed);
        var size = new Size(parsed.GetValue(_accounts) ?? last.Accounts, parsed.GetValue(_months) ?? last.Months, parsed.GetValue(_seed) ?? last.Seed);
        Check(size);
        if (size != last || !File.Exists(file))
        {
            Directory.CreateDirectory(dataDirectory);
            File.WriteAllText(file, JsonSerializer.Serialize(size));
        }

        return today with { Accounts = size.Accounts, Months = size.Months, Seed = size.Seed };
    }

    private static Size? Remembered(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Size>(File.ReadAllText(file)) : null;
        }
        catch (JsonException e)
        {
            throw new ProblemException([new Problem("FIN1003", file, "$", e.Message, "{\"Accounts\":40,\"Months\":14,\"Seed\":20260101}", "Remove the file, or give --accounts, --months and --seed.")]);
        }
    }

    private static void Check(Size size)
    {
        var problems = new List<Problem>();
        if (size.Accounts is < 1 or > 10_000)
        {
            problems.Add(new Problem("FIN1003", "command line", "--accounts", $"{size.Accounts}", "1 to 10000", "For example --accounts 100."));
        }

        if (size.Months is < 1 or > 38)
        {
            problems.Add(new Problem("FIN1003", "command line", "--months", $"{size.Months}", "1 to 38 (what Cost Explorer keeps)", "For example --months 14."));
        }

        if (problems.Count > 0)
        {
            throw new ProblemException(problems);
        }
    }

    private sealed record Size(int Accounts, int Months, int Seed);
}
