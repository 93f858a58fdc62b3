using System.Collections.Immutable;

namespace Pulumi.Aws.Tests.Resources;

/// <summary>Types of members that the reference data alone does not tell; they must be those of the official package.</summary>
public sealed class SurfaceTests
{
    [Theory]
    [InlineData(typeof(Budgets.Inputs.BudgetNotificationArgs), "Threshold", typeof(Input<double>))]
    [InlineData(typeof(CloudWatch.MetricAlarmArgs), "Threshold", typeof(Input<double>))]
    [InlineData(typeof(CloudWatch.MetricAlarmArgs), "EvaluationPeriods", typeof(Input<int>))]
    [InlineData(typeof(Lambda.FunctionArgs), "MemorySize", typeof(Input<int>))]
    [InlineData(typeof(Lambda.FunctionArgs), "Runtime", typeof(InputUnion<string, Lambda.Runtime>))]
    [InlineData(typeof(Lambda.FunctionArgs), "Code", typeof(Input<Archive>))]
    [InlineData(typeof(S3.BucketObjectv2Args), "Source", typeof(Input<AssetOrArchive>))]
    [InlineData(typeof(Iam.RolePolicyArgs), "Policy", typeof(InputUnion<string, Iam.Inputs.PolicyDocumentArgs>))]
    [InlineData(typeof(Iam.RolePolicyState), "Policy", typeof(InputUnion<string, Iam.Inputs.PolicyDocumentGetArgs>))]
    [InlineData(typeof(AutoScaling.GroupArgs), "Tags", typeof(InputList<AutoScaling.Inputs.GroupTagArgs>))]
    [InlineData(typeof(CloudWatch.MetricAlarmArgs), "AlarmActions", typeof(InputList<string>))]
    [InlineData(typeof(Budgets.Budget), "CostFilters", typeof(Output<ImmutableArray<Budgets.Outputs.BudgetCostFilter>>))]
    [InlineData(typeof(CloudWatch.MetricAlarm), "Threshold", typeof(Output<double?>))]
    [InlineData(typeof(SesV2.EmailIdentity), "EmailIdentityDetails", typeof(Output<string>))]
    [InlineData(typeof(Ec2.Instance), "State", typeof(Output<string>))]
    public void Member_OfType_IsAsInTheOfficialPackage(Type owner, string member, Type expected) =>
        Assert.Equal(expected, owner.GetProperty(member)?.PropertyType);
}
