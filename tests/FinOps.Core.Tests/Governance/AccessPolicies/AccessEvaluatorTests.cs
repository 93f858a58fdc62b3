using System.Collections.Immutable;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Governance.ControlPolicies;

namespace FinOps.Core.Tests.Governance.AccessPolicies;

public sealed class AccessEvaluatorTests
{
    private const string Account = "111122223333";
    private const string Report = "arn:aws:s3:::reports/a.html";
    private static readonly AccessCaller _reader = new(Account, $"arn:aws:sts::{Account}:assumed-role/reader/session");

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"}""", AccessOutcome.Allowed)]
    [InlineData("""{"Effect":"Allow","Action":"S3:getobject","Resource":"*"}""", AccessOutcome.Allowed)]
    [InlineData("""{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}""", AccessOutcome.NotAllowed)]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports"}""", AccessOutcome.NotAllowed)]
    [InlineData("""[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::reports/*"}]""", AccessOutcome.Denied)]
    [InlineData("""[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}]""", AccessOutcome.CannotJudge)]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""", AccessOutcome.CannotJudge)]
    [InlineData("""[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}},{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]""", AccessOutcome.Allowed)]
    public void Judge_PolicyOfTheCaller_DecidesAsIamDoes(string statements, AccessOutcome expected) => Assert.Equal(expected, Judge(_reader, statements, null));

    [Theory]
    // The resource may allow what the caller's own policies do not mention, but not by naming the account alone.
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/reader"},"Action":"s3:GetObject","Resource":"*"}""", AccessOutcome.Allowed)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"*"}""", AccessOutcome.NotAllowed)]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"bcm-data-exports.amazonaws.com"},"Action":"s3:GetObject","Resource":"*"}""", AccessOutcome.NotAllowed)]
    // Denying the account denies everybody in it.
    [InlineData("""[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"*","Resource":"*"}]""", AccessOutcome.Denied)]
    [InlineData("""[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"ArnNotLike":{"aws:PrincipalArn":["arn:aws:iam::111122223333:role/read*"]}}}]""", AccessOutcome.Allowed)]
    [InlineData("""[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"*","Resource":"*"}]""", AccessOutcome.CannotJudge)]
    public void Judge_PolicyOfTheResource_NamesTheCallerOrLeavesItToItsAccount(string statements, AccessOutcome expected) => Assert.Equal(expected, Judge(_reader, "[]", statements));

    [Fact]
    public void Judge_SeveralResources_EachMustBeAllowed()
    {
        var request = new ScpRequest("ses:SendEmail", _reader.PrincipalArn, [new("identity"), new("configuration-set")], null);

        var verdict = AccessEvaluator.Judge(request, _reader, [Parse("""{"Effect":"Allow","Action":"ses:SendEmail","Resource":"identity"}""")]);

        Assert.Equal(AccessOutcome.NotAllowed, verdict.Outcome);
        Assert.Contains("configuration-set", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("finops-1", "o-1", true)]
    [InlineData("finops-2", "o-1", false)]
    [InlineData("finops-1", "o-2", false)]
    [InlineData(null, "o-1", false)]
    public void Trusts_ConditionsOfTheTrust_AllHold(string? externalId, string organization, bool expected)
    {
        var trust = Parse($$"""
            {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Account}}:role/reader"},"Action":"sts:AssumeRole",
             "Condition":{"StringEquals":{"sts:ExternalId":"finops-1","aws:PrincipalOrgID":"o-1"} } }
            """);
        var request = new ScpRequest("sts:AssumeRole", _reader.PrincipalArn, [], null)
        {
            Context = ImmutableDictionary.CreateRange<string, ImmutableArray<string>>(
                [new("sts:ExternalId", externalId is null ? [] : [externalId]), new("aws:PrincipalOrgID", [organization])]),
        };

        Assert.Equal(expected, AccessEvaluator.Trusts(request, _reader, trust));
        Assert.False(AccessEvaluator.Trusts(request, new AccessCaller(Account, $"arn:aws:sts::{Account}:assumed-role/other/session"), trust));
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::reports/*"]}""", null)]
    [InlineData("""{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::reports/*"]}""", "Nothing called it.")]
    [InlineData("""{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::reports/*","arn:aws:s3:::other/*"]}""", "Nothing called it.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::reports/*"}""", "It allows actions that nobody names.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", $"It allows every resource; called was only {Report}.")]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""", "It allows everything but what it names.")]
    [InlineData("""{"Effect":"Deny","Action":"iam:*","Resource":"*"}""", null)]
    public void Find_WhatNobodyCalled_IsUnneeded(string statement, string? why) =>
        Assert.Equal(why is null ? [] : [why], UnneededPermissions.Find(Parse(statement), [new UsedPermission("s3:GetObject", Report)]).Select(permission => permission.Why));

    private static AccessOutcome Judge(AccessCaller caller, string ofCaller, string? ofResource)
    {
        var request = new ScpRequest("s3:GetObject", caller.PrincipalArn, [new ScpResource(Report)], null);
        return AccessEvaluator.Judge(request, caller, [Parse(ofCaller)], ofResource is null ? null : Parse(ofResource)).Outcome;
    }

    private static AccessPolicy Parse(string statements) => AccessPolicy.Parse("policy", $$"""{"Version":"2012-10-17","Statement":{{statements}} }""");
}
