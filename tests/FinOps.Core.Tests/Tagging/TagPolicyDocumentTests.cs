using System.Text.Json;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Tagging;

public sealed class TagPolicyDocumentTests
{
    [Fact]
    public void From_SmallStandard_IsTheWholePolicyMinified()
    {
        var standard = Standards.Parse("""
            version: 1
            keys:
              CostCenter: { pattern: '[0-9]{4}' }
              Team: { values: [a, b+c], tagPolicy: { enforcedFor: ["ec2:instance"], reportRequiredFor: ["s3:bucket", "lambda:ALL_SUPPORTED"] } }
            """);

        Assert.Equal(
            """{"tags":{"costcenter":{"tag_key":{"@@assign":"CostCenter"}},"team":{"tag_key":{"@@assign":"Team"},"tag_value":{"@@assign":["a","b+c"]},"enforced_for":{"@@assign":["ec2:instance"]},"report_required_tag_for":{"@@assign":["s3:bucket","lambda:ALL_SUPPORTED"]}}}}""",
            TagPolicyDocument.From(standard).Json);
    }

    [Fact]
    public void From_ShippedStandard_FitsAndHasEveryKey()
    {
        var policy = TagPolicyDocument.From(Standards.Shipped);
        using var json = JsonDocument.Parse(policy.Json);

        Assert.True(policy.ByteCount <= TagPolicyDocument.MaxBytes);
        Assert.Equal(["Project", "Team", "Environment", "CostCenter", "Owner", "DataClass"],
            json.RootElement.GetProperty("tags").EnumerateObject().Select(key => key.Value.GetProperty("tag_key").GetProperty("@@assign").GetString()!));
    }

    [Fact]
    public void PerKey_MakesOnePolicyAKey()
    {
        var policies = TagPolicyDocument.PerKey(Standards.Shipped);

        Assert.Equal(Standards.Shipped.Keys.Select(key => key.Name).Order(StringComparer.Ordinal), policies.Keys);
        Assert.All(policies, policy => Assert.StartsWith($"{{\"tags\":{{\"{policy.Key.ToLowerInvariant()}\"", policy.Value.Json, StringComparison.Ordinal));
    }

    [Fact]
    public void From_TooManyValues_IsRefusedWithTheWayOut()
    {
        string Values(char first) => string.Join(", ", Enumerable.Range(0, 120).Select(i => $"{first}{new string('x', 45)}{i}"));
        var standard = Standards.Parse($"version: 1\nkeys: {{ A: {{ values: [{Values('a')}] }}, B: {{ values: [{Values('b')}] }} }}");

        var problem = Assert.Single(Assert.Throws<ProblemException>(() => TagPolicyDocument.From(standard)).Problems);

        Assert.Equal("FIN2010", problem.Id);
        Assert.Contains("PerKey", problem.Fix, StringComparison.Ordinal);
        Assert.Equal(2, TagPolicyDocument.PerKey(standard).Count);
    }
}
