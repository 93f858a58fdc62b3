using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FinOps.Cli.Policy.Formats;

namespace FinOps.Cli.Tests.Policy;

public sealed class JUnitFormatTests
{
    [Fact]
    public void Render_AnyReport_IsValidAgainstTheSchema()
    {
        foreach (var report in new[] { SampleReport.Usual(), SampleReport.OfHostileText(), SampleReport.Nothing() })
        {
            Assert.Empty(Mistakes(PolicyFormats.Render("junit", report, SampleReport.Links)));
        }
    }

    [Theory]
    [InlineData("<testsuites><testsuite name='a' tests='1'><testcase classname='c'/></testsuite></testsuites>")]
    [InlineData("<testsuites><testsuite name='a' tests='x'/></testsuites>")]
    [InlineData("<testsuites><testcase name='a'/></testsuites>")]
    [InlineData("<testsuites skipped='1'/>")]
    public void Schema_WrongDocument_IsRefused(string xml) => Assert.NotEmpty(Mistakes(xml));

    [Fact]
    public void Render_UsualReport_CountsWhatItHolds()
    {
        var root = XDocument.Parse(PolicyFormats.Render("junit", SampleReport.Usual(), SampleReport.Links)).Root!;

        Assert.Equal(("4", "1"), ((string?)root.Attribute("tests"), (string?)root.Attribute("failures")));
        Assert.Equal(4, root.Descendants("testcase").Count());
        var failure = Assert.Single(root.Descendants("failure"));
        Assert.Equal("lacks Team", (string?)failure.Attribute("message"));
        Assert.StartsWith("infra/My Shop.cs:12\nurn:pulumi:dev::shop::", failure.Value, StringComparison.Ordinal);
        Assert.Equal("waived: old app (payments@example.com, FIN-1, until 2026-03-01)", (string?)Assert.Single(root.Descendants("skipped")).Attribute("message"));
        Assert.StartsWith("advisory\n", Assert.Single(root.Descendants("system-out")).Value, StringComparison.Ordinal);
        // A rule without findings is a passed test, so that a report shows what was looked for.
        Assert.Contains(root.Descendants("testcase"), test => (string?)test.Attribute("name") == "No GPU" && test.IsEmpty);
        foreach (var suite in root.Elements("testsuite"))
        {
            Assert.Equal(suite.Elements("testcase").Count(), (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
        }
    }

    [Fact]
    public void Render_HostileText_IsTextOfTheDocument()
    {
        var root = XDocument.Parse(PolicyFormats.Render("junit", SampleReport.OfHostileText(), SampleReport.Links)).Root!;

        Assert.Contains("]]> {0} [click](http://evil.example)", Assert.Single(root.Descendants("failure")).Value, StringComparison.Ordinal);
        Assert.Empty(root.Descendants("script"));
    }

    private static List<string> Mistakes(string xml)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Policy", "junit.xsd")));
        var mistakes = new List<string>();
        XDocument.Parse(xml).Validate(schemas, (_, mistake) => mistakes.Add(mistake.Message));
        return mistakes;
    }
}
