using System.Text.Json;

namespace FinOps.Infra.Reporting.Operations;

/// <summary>The body of the dashboard: the same text for the same functions, so that an unchanged stack stays unchanged.</summary>
internal static class OperationsDashboard
{
    private const int Columns = 24;
    private const int Height = 6;

    public static string Name(string stackName) => $"finops-{stackName}";

    /// <param name="alarmArns">Shown at the top; none when there are no alarms.</param>
    public static string Body(ReportingPlatformArgs args, IReadOnlyList<string> functionNames, IReadOnlyList<string> alarmArns)
    {
        var widgets = new List<object>();
        var y = 0;
        Row(("text", new { markdown = "# FinOps\nMade by the stack: changes made here are undone by its next deployment." }, 2));
        if (alarmArns.Count > 0)
        {
            Row(("alarm", new { title = "Alarms", alarms = alarmArns }, 3));
        }

        foreach (var name in functionNames)
        {
            Row(
                Graph($"{name}: runs and failures", "Sum", Lambda(name, "Invocations"), Lambda(name, "Errors"), Lambda(name, "Throttles"), Lambda(name, "DestinationDeliveryFailures")),
                Graph($"{name}: duration in ms", "Maximum", Lambda(name, "Duration")));
        }

        Row(
            Graph("Runs that failed for good", "Maximum", ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", DeadLetters.Name(args.StackName)]),
            Graph("Scheduler", "Sum", Scheduler("InvocationAttemptCount"), Scheduler("TargetErrorCount"), Scheduler("InvocationDroppedCount"), Scheduler("InvocationsFailedToBeSentToDeadLetterCount")));
        return JsonSerializer.Serialize(new { widgets });

        void Row(params ReadOnlySpan<(string Type, object Properties, int Height)> row)
        {
            var width = Columns / row.Length;
            for (var column = 0; column < row.Length; column++)
            {
                widgets.Add(new { type = row[column].Type, x = column * width, y, width, height = row[column].Height, properties = row[column].Properties });
            }

            y += row[0].Height;
        }

        (string, object, int) Graph(string title, string stat, params string[][] metrics) =>
            ("metric", new { title, region = args.Region, stat, period = 3_600, view = "timeSeries", metrics }, Height);
    }

    private static string[] Lambda(string function, string metric) => ["AWS/Lambda", metric, "FunctionName", function];

    private static string[] Scheduler(string metric) => ["AWS/Scheduler", metric, "ScheduleGroup", ReportingPlatform.GroupName];
}
