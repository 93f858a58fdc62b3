using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Tagging;

public sealed class ConditionalValuesTests
{
    private static readonly TagStandard Standard = Standards.Parse("""
        version: 1
        keys:
          Environment: { values: [prod, dev, sandbox] }
          DataClass:
            values: [public, internal, secret]
            requiredWhen: { Environment: [prod] }
            valuesWhen:
              Environment: { prod: [internal, secret], sandbox: [public] }
        """);

    [Theory]
    [InlineData("prod", "secret", null)]
    [InlineData("prod", "public", "internal, secret where Environment is prod")]
    [InlineData("sandbox", "internal", "public where Environment is sandbox")]
    [InlineData("dev", "public", null)]
    [InlineData(null, "secret", null)]
    [InlineData("prod", "other", "public, internal, secret")]
    public void Judge_Value_DependsOnTheOtherKey(string? environment, string dataClass, string? allowed)
    {
        var findings = Standard.Judge("aws:s3/bucket:Bucket", new Dictionary<string, string?> { ["Environment"] = environment, ["DataClass"] = dataClass });

        Assert.Equal(allowed, findings.SingleOrDefault()?.Allowed);
        Assert.All(findings, finding => Assert.Equal((TagFindingKind.ValueNotAllowed, dataClass), (finding.Kind, finding.FoundValue)));
    }

    [Fact]
    public void Judge_KeyAbsent_IsForRequiredWhenAlone()
    {
        TagFinding[] Judge(string environment) => [.. Standard.Judge("aws:s3/bucket:Bucket", new Dictionary<string, string?> { ["Environment"] = environment })];

        Assert.Equal(TagFindingKind.MissingKey, Assert.Single(Judge("prod")).Kind);
        Assert.Empty(Judge("sandbox"));
    }

    [Fact]
    public void Parse_ConditionsThatCannotHold_AreListed()
    {
        var problems = Assert.Throws<ProblemException>(() => Standards.Parse("""
            version: 1
            keys:
              Environment: { values: [prod] }
              DataClass:
                values: [public]
                valuesWhen:
                  Enviroment: { prod: [public] }
                  Environment: { prd: [public], prod: [secret] }
              Other: { valuesWhen: { Environment: { prod: [] } } }
              Third: { valuesWhen: { Environment: [prod] } }
            """)).Problems;

        Assert.Equal(
            ["keys.DataClass.valuesWhen.Environment", "keys.DataClass.valuesWhen.Environment.prod", "keys.DataClass.valuesWhen.Enviroment", "keys.Other.valuesWhen.Environment.prod", "keys.Third.valuesWhen.Environment"],
            problems.Select(problem => problem.Path.Split(' ')[1]).Order(StringComparer.Ordinal).OrderBy(path => path.Split('.')[1]).ThenBy(path => path.Contains("Enviroment", StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.Fix == "Did you mean 'Environment'?");
    }
}
