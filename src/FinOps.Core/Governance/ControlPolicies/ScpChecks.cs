using System.Text;
using System.Text.Json;
using FinOps.Core.Problems;

namespace FinOps.Core.Governance.ControlPolicies;

/// <summary>The rules of Organizations for service control policies, and what the evaluator needs to be able to judge one.</summary>
internal static class ScpChecks
{
    public const string TooLarge = "FIN2060";
    public const string Malformed = "FIN2063";

    public static IReadOnlyList<Problem> Check(string name, string json)
    {
        var source = $"service control policy {name}";
        var problems = new List<Problem>();
        var bytes = Encoding.UTF8.GetByteCount(json);
        if (bytes > ScpDocument.MaxBytes)
        {
            problems.Add(new Problem(TooLarge, source, "$", $"{bytes} bytes", $"at most {ScpDocument.MaxBytes} bytes, white space counted", "Remove white space, or split it into several policies."));
        }

        ScpDocument document;
        try
        {
            document = ScpDocument.Parse(name, json);
        }
        catch (ProblemException malformed)
        {
            return [.. problems, .. malformed.Problems];
        }

        using var root = JsonDocument.Parse(json);
        if (!root.RootElement.TryGetProperty("Version", out var version) || version.ValueKind != JsonValueKind.String || version.GetString() != "2012-10-17")
        {
            Add("$.Version", "another version", "2012-10-17", "Write \"Version\":\"2012-10-17\".");
        }

        if (document.Statements.IsEmpty)
        {
            Add("$.Statement", "no statement", "at least one statement", "A policy without statements says nothing: remove it.");
        }

        foreach (var repeated in document.Statements.GroupBy(statement => statement.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Add("$.Statement", $"{repeated.Count()} statements with the Sid {repeated.Key}", "Sids that differ", "Rename one: a Sid says which statement denied a call.");
        }

        foreach (var (statement, at) in document.Statements.Select((statement, at) => (statement, at)))
        {
            Statement(statement, $"$.Statement[{at}]");
        }

        return problems;

        void Statement(ScpStatement statement, string path)
        {
            if (statement.Opaque is { } opaque)
            {
                Add(path, opaque, "Sid, Effect, Action, Resource and Condition", "Service control policies have no Principal and no other elements.");
            }

            if (!statement.Name.StartsWith('#') && !statement.Name.All(char.IsAsciiLetterOrDigit))
            {
                Add($"{path}.Sid", $"'{statement.Name}'", "letters and digits", "Remove the other characters.");
            }

            foreach (var pattern in statement.Actions.Patterns.Where(pattern => pattern != "*" && pattern.IndexOf(':', StringComparison.Ordinal) <= 0))
            {
                Add($"{path}.Action", $"'{pattern}'", "service:Action", "For example ec2:RunInstances.");
            }

            foreach (var pattern in statement.Resources.Patterns.Where(pattern => pattern != "*" && pattern.Split(':', 6).Length < 6))
            {
                Add($"{path}.Resource", $"'{pattern}'", "an ARN or *", "For example arn:aws:ec2:*:*:instance/*.");
            }

            foreach (var condition in statement.Conditions.Where(condition => !ConditionEvaluator.Knows(condition.Operator)))
            {
                Add($"{path}.Condition", $"the operator {condition.Operator}", "an operator that the evaluator knows", "Use a String, Arn, Bool or Null operator.");
            }
        }

        void Add(string path, string found, string allowed, string fix) => problems.Add(new Problem(Malformed, source, path, found, allowed, fix));
    }
}
