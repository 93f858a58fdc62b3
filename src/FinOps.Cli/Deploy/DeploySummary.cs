using FinOps.LocalEngine.Deployments;
using Spectre.Console;

namespace FinOps.Cli.Deploy;

/// <summary>The end of a deployment, for people: resources by component, what the policies say, what failed, the sums.</summary>
internal sealed class DeploySummary(IAnsiConsole output)
{
    public void Write(DeploymentResult result)
    {
        WriteComponents(result);
        WritePolicies(result);
        WriteDiagnostics(result);
        WriteKept(result);
        if (result.Operation == DeploymentOperation.Refresh)
        {
            new DriftSummary(output).Write(result);
        }

        WriteOutcome(result);
    }

    private void WriteComponents(DeploymentResult result)
    {
        var preview = result.Operation == DeploymentOperation.Preview;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Component", "Resource type").AddColumn(new TableColumn("Count").RightAligned()).AddColumn("What");
        var rows = result.Steps
            .Where(step => step.Operation != StepOperation.DeleteReplaced && !IsProvider(step.Type) && !Components.IsComponent(step))
            .GroupBy(step => (Component: Components.Of(step.Urn), step.Type, step.Operation))
            .OrderBy(group => group.Key.Component, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Type, StringComparer.Ordinal);
        var last = "";
        foreach (var group in rows)
        {
            var component = group.Key.Component == last ? "" : group.Key.Component;
            last = group.Key.Component;
            table.AddRow(Markup.Escape(component), Markup.Escape(group.Key.Type), $"{group.Count()}", StepWords.Verb(group.Key.Operation, preview));
        }

        if (table.Rows.Count > 0)
        {
            output.Write(table);
        }
    }

    private void WritePolicies(DeploymentResult result)
    {
        foreach (var violation in result.Violations.OrderByDescending(violation => violation.Level).ThenBy(violation => violation.Urn, StringComparer.Ordinal))
        {
            output.WriteLine();
            output.MarkupLine($"[{(violation.Level == PolicyLevel.Mandatory ? "red" : "yellow")}]{violation.Level.ToString().ToLowerInvariant()}[/] {Markup.Escape($"{violation.Policy} ({violation.Pack} {violation.PackVersion})")}");
            output.WriteLine($"  {violation.Urn}");
            foreach (var line in violation.Message.Split('\n'))
            {
                output.WriteLine($"  {line.TrimEnd()}");
            }
        }

        foreach (var remediation in result.Remediations)
        {
            output.WriteLine($"remediated by {remediation.Policy}: {remediation.Urn}");
        }

        if (result.PolicyPacks.Length == 0)
        {
            return;
        }

        var mandatory = Mandatory(result);
        output.WriteLine();
        output.WriteLine($"Policies: {string.Join(", ", result.PolicyPacks)}: {mandatory} mandatory and {result.Violations.Length - mandatory} advisory violations in {result.Steps.Count(step => step.NewState is not null)} resources.");
    }

    private void WriteDiagnostics(DeploymentResult result)
    {
        foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Warning or DiagnosticSeverity.Error))
        {
            output.WriteLine();
            output.MarkupLine($"[{(diagnostic.Severity == DiagnosticSeverity.Error ? "red" : "yellow")}]{diagnostic.Severity.ToString().ToLowerInvariant()}[/] {Markup.Escape(diagnostic.Urn)}");
            output.WriteLine($"  {diagnostic.Message.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal)}");
        }
    }

    private void WriteKept(DeploymentResult result)
    {
        WriteKept(result, KeptReason.Protected, "Kept, because it is protected; the stack still has it. To delete it too, run 'up' once without the protection, then 'destroy':");
        WriteKept(result, KeptReason.Retained, "Kept, because it holds for more than this stack; the stack has forgotten it. It goes by hand only:");
    }

    private void WriteKept(DeploymentResult result, KeptReason reason, string heading)
    {
        var kept = result.Kept.Where(each => each.Reason == reason).OrderBy(each => each.Type, StringComparer.Ordinal).ThenBy(each => each.Id, StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading);
        foreach (var each in kept)
        {
            output.WriteLine($"  {each.Type} {each.Id}");
        }
    }

    private void WriteOutcome(DeploymentResult result)
    {
        var preview = result.Operation == DeploymentOperation.Preview;
        var sums = string.Join(", ", result.ChangeSummary.Select(entry => $"{entry.Value} {StepWords.Verb(entry.Key, preview)}"));
        output.WriteLine();
        output.WriteLine(result.Outcome switch
        {
            DeploymentOutcome.Succeeded when !result.HasChanges => $"No changes: {sums}.",
            DeploymentOutcome.Succeeded => $"Resources: {sums}.",
            DeploymentOutcome.Cancelled => $"Interrupted: {sums}. What was finished is saved; run it again to go on.",
            DeploymentOutcome.PolicyFailed when Mandatory(result) is > 0 and var count => $"Blocked: {count} mandatory policy violation{(count == 1 ? "" : "s")}, listed above. Nothing that they concern was deployed.",
            _ => $"Failed: {result.Failure}{(sums.Length > 0 ? $" ({sums})" : "")}",
        });
        output.WriteLine(FormattableString.Invariant($"Stack {result.Project}/{result.Stack}, {result.Times.Total.TotalSeconds:0.0} s, of which building {result.Times.Build.TotalSeconds:0.0} s."));
    }

    private static int Mandatory(DeploymentResult result) => result.Violations.Count(violation => violation.Level == PolicyLevel.Mandatory);

    private static bool IsProvider(string type) => type.StartsWith("pulumi:", StringComparison.Ordinal);
}
