using System.Globalization;
using FinOps.Core.Files;
using FinOps.Core.Problems;
using FinOps.Core.StrictYaml;

namespace FinOps.LocalAws.Faults;

/// <summary>
/// Reads what is to go wrong:
/// <code>
/// version: 1
/// faults:
///   - { service: ce, operation: GetCostAndUsage, from: 2, times: 3, error: LimitExceededException }
///   - { account: '111122223333', error: AccessDeniedException }
///   - { service: tagging, perSecond: 15, delayMs: 50 }
/// </code>
/// </summary>
public static class FaultFile
{
    private const string Example = "{ service: ce, operation: GetCostAndUsage, times: 3, error: LimitExceededException }";
    private const string Bad = "FIN4005";

    /// <exception cref="ProblemException">FIN4005, FIN2001 to FIN2005: every mistake in the file, or that it cannot be read.</exception>
    public static IReadOnlyList<Fault> Load(string path) => Parse(Utf8File.Read(path, Bad, "Give the path of a file of faults; docs/faults.md shows one."), path);

    /// <exception cref="ProblemException">As for <see cref="Load"/>.</exception>
    public static IReadOnlyList<Fault> Parse(string text, string source)
    {
        var problems = new YamlProblems(source);
        var faults = YamlText.Read(text, source, problems.All) is { } root ? Read(root, problems) : [];
        return problems.All.Count == 0 ? faults : throw new ProblemException(problems.All);
    }

    private static List<Fault> Read(YamlNode root, YamlProblems problems)
    {
        var faults = new List<Fault>();
        if (YamlMapReader.Of(root, "", problems, "version: 1") is not { } reader)
            return faults;
        reader.RequireVersion("1");
        reader.Require("faults", "a list of faults", $"For example: faults: [{Example}]");
        if (reader.Node("faults") is YamlList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                if (YamlMapReader.Of(list.Items[i], $"faults[{i}]", problems, Example) is { } item)
                    faults.Add(ReadFault(item, problems));
            }
        }
        else if (reader.Node("faults") is { } other)
        {
            problems.Add(YamlProblems.WrongType, other, "faults", YamlProblems.Describe(other), "a list", $"For example: faults: [{Example}]");
        }

        reader.Finish();
        return faults;
    }

    private static Fault ReadFault(YamlMapReader item, YamlProblems problems)
    {
        var fault = new Fault
        {
            Service = item.Text("service")?.Text ?? "*",
            Operation = item.Text("operation")?.Text ?? "*",
            Account = item.Text("account")?.Text ?? "*",
            Region = item.Text("region")?.Text ?? "*",
            From = Number(item, "from", 1, 1_000_000, problems) ?? 1,
            Times = Number(item, "times", 1, 1_000_000, problems),
            Delay = TimeSpan.FromMilliseconds(Number(item, "delayMs", 1, 900_000, problems) ?? 0),
            PerSecond = Number(item, "perSecond", 1, 100_000, problems),
            Error = item.Text("error")?.Text,
            Status = Number(item, "status", 400, 599, problems),
            Message = item.Text("message")?.Text,
            Drop = item.Flag("drop") ?? false,
        };
        if (fault is { Error: null, PerSecond: null, Drop: false } && fault.Delay == TimeSpan.Zero)
            problems.Add(Bad, item.Map, item.Path, "a fault that does nothing", "error, drop, delayMs or perSecond", $"For example: {Example}");
        if (fault is { Error: not null, Drop: true })
            problems.Add(Bad, item.Map, item.Path, "error and drop", "one of them: a dropped connection carries no error", "Make two faults of it.");
        if (fault is { Error: null } && (fault.Status is not null || fault.Message is not null))
            problems.Add(Bad, item.Map, item.Path, "status or message without error", "the error that they belong to", $"For example: {Example}");
        item.Finish();
        return fault;
    }

    private static int? Number(YamlMapReader item, string key, int least, int most, YamlProblems problems)
    {
        if (item.Text(key) is not { } text)
            return null;
        if (int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add(YamlProblems.WrongType, text, item.Child(key), YamlProblems.Quote(text.Text), $"a whole number from {least} to {most}", $"Write {key}: {least}");
        return null;
    }
}
