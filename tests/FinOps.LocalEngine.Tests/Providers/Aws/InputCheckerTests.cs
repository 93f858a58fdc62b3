using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Providers.Aws.Checking;
using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class InputCheckerTests
{
    private static readonly PropertyMap _budget = PropertyMap.Of(("budgetType", "COST"), ("timeUnit", "MONTHLY"));

    [Fact]
    public void Check_SeveralMistakes_TellsAllWithPathAndSuggestion()
    {
        var notification = PropertyMap.Of(("comparisonOperator", "GREATER_THAN"), ("notificationType", "ACTUAL"), ("threshold", "80"), ("tresholdType", "PERCENTAGE"));

        var failures = Check("aws:budgets/budget:Budget", _budget.Remove("timeUnit").Set("limit_amount", "1").Set("notifications", PropertyValue.Of([notification])));

        Assert.Equal(
            [
                ("limit_amount", "is not a property here; did you mean 'limitAmount'?"),
                ("notifications[0].threshold", "has the wrong type: a number is expected, found a string"),
                ("notifications[0].thresholdType", "is required and missing; a string is expected"),
                ("notifications[0].tresholdType", "is not a property here; did you mean 'thresholdType'?"),
                ("timeUnit", "is required and missing; a string is expected"),
            ],
            failures.Select(failure => (failure.Property, failure.Reason)).OrderBy(failure => failure.Property, StringComparer.Ordinal));
    }

    [Fact]
    public void Check_UnknownSecretAndOutputValues_Pass() => Assert.Empty(Check("aws:budgets/budget:Budget", PropertyMap.Of(
        ("budgetType", new SecretValue("COST")),
        ("timeUnit", PropertyValue.Unknown),
        ("limitAmount", new OutputValue(null, Secret: true, [])),
        ("notifications", new UnknownValue(UnknownKind.Array)))));

    [Fact]
    public void Check_SecretOfWrongType_IsToldWithoutItsValue()
    {
        var failure = Assert.Single(Check("aws:budgets/budget:Budget", _budget.Set("limitAmount", new SecretValue(12345))));

        Assert.Equal("has the wrong type: a string is expected, found a number", failure.Reason);
    }

    [Fact]
    public void Check_TagsAsListOnMapType_IsAMistake() =>
        Assert.Equal("tags", Assert.Single(Check("aws:s3/bucket:Bucket", PropertyMap.Of(("tags", PropertyValue.Of(["a"]))))).Property);

    [Fact]
    public void Check_UnionOfTextAndDocument_TellsTheMistakesOfTheDocument()
    {
        var document = PropertyMap.Of(("Version", "2012-10-17"), ("Statements", new ListValue([])));

        var failures = Check("aws:iam/rolePolicy:RolePolicy", PropertyMap.Of(("role", "r"), ("policy", document)));

        Assert.Equal(["policy.Statement", "policy.Statements"], failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Check_ResourceWhereANameIsWanted_Passes() =>
        Assert.Empty(Check("aws:lambda/permission:Permission", PropertyMap.Of(("action", "lambda:InvokeFunction"), ("principal", "p"), ("function", new ResourceReferenceValue("urn", "f", "")))));

    [Fact]
    public void AwsSchema_Provider7_48_HasEveryTypeAndFunction()
    {
        Assert.Equal("7.48.0", AwsSchema.Instance.Version);
        Assert.Equal(1738, AwsSchema.Instance.ResourceTokens.Count(token => token.StartsWith("aws:", StringComparison.Ordinal)));
        Assert.Equal(686, AwsSchema.Instance.FunctionTokens.Count());
        Assert.All(AwsSchema.Instance.ResourceTokens, token => Assert.NotNull(AwsSchema.Instance.Resource(token)));
    }

    private static IReadOnlyList<CheckFailure> Check(string token, PropertyMap inputs) =>
        new InputChecker(AwsSchema.Instance).Check(AwsSchema.Instance.Resource(token)!.Inputs, inputs);
}
