using System.Globalization;
using System.Text;
using System.Xml;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy.Formats;

/// <summary>
/// JUnit XML: a suite for each rule, a case for each finding, one passed case for a rule without any. What blocks is a failure, what is
/// waived is skipped, and what advises passes with its text as output, because JUnit knows no warnings.
/// </summary>
internal static class JUnitFormat
{
    public static string Render(PolicyCheckReport report, RuleLinks links)
    {
        var findings = report.Findings.ToLookup(finding => (finding.Rule.Pack, finding.Rule.Name));
        var rules = report.Rules.Where(rule => rule.Level != PolicyLevel.Disabled).Concat(report.Findings.Select(finding => finding.Rule)).DistinctBy(rule => (rule.Pack, rule.Name)).ToList();
        var cases = rules.Sum(rule => Math.Max(1, findings[(rule.Pack, rule.Name)].Count()));
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", PolicyWords.OneLine($"finops policy check {report.Project}/{report.Stack}"));
            Counts(xml, cases, report.Blocking, report.Waived, total: true);
            foreach (var rule in rules)
            {
                Suite(xml, rule, [.. findings[(rule.Pack, rule.Name)]], links);
            }

            xml.WriteEndElement();
        }

        // The writer would name the encoding of the string, not that of the file.
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void Suite(XmlWriter xml, PolicyRule rule, List<PolicyFinding> findings, RuleLinks links)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", PolicyWords.OneLine($"{rule.Pack}.{rule.Name}"));
        Counts(xml, Math.Max(1, findings.Count), findings.Count(finding => finding.Blocks), findings.Count(finding => finding.IsWaived), total: false);
        if (findings.Count == 0)
        {
            Case(xml, rule, PolicyWords.OneLine(rule.Description), _ => { });
        }

        foreach (var finding in findings)
        {
            Case(xml, rule, PolicyWords.OneLine($"{finding.ResourceType} {finding.ResourceName}"), writer => Verdict(writer, finding, links));
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, PolicyRule rule, string name, Action<XmlWriter> verdict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name.Length == 0 ? PolicyWords.OneLine(rule.Name) : name);
        xml.WriteAttributeString("classname", PolicyWords.OneLine($"{rule.Pack}.{rule.Name}"));
        xml.WriteAttributeString("time", "0");
        verdict(xml);
        xml.WriteEndElement();
    }

    private static void Verdict(XmlWriter xml, PolicyFinding finding, RuleLinks links)
    {
        var body = PolicyWords.Plain(string.Join('\n', new[] { finding.Source?.ToString(), finding.Urn, finding.FullMessage, links.Of(finding.Rule)?.AbsoluteUri }.OfType<string>()));
        if (finding.Waiver is { } waiver)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", PolicyWords.OneLine($"waived: {waiver.Reason} ({waiver.Owner}, {waiver.Ticket}, until {waiver.Expires:yyyy-MM-dd})"));
        }
        else if (finding.Blocks)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", PolicyWords.OneLine((finding.Message.Length > 0 ? finding.Message : finding.Rule.Description).Split('\n')[0]));
            xml.WriteAttributeString("type", PolicyWords.Level(finding.Level));
            xml.WriteString(body);
        }
        else
        {
            xml.WriteStartElement("system-out");
            xml.WriteString($"advisory\n{body}");
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, int tests, int failures, int skipped, bool total)
    {
        void Write(string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

        Write("tests", tests);
        Write("failures", failures);
        Write("errors", 0);
        if (!total)
        {
            // The form has this count for suites only.
            Write("skipped", skipped);
        }

        xml.WriteAttributeString("time", "0");
    }
}
