using FinOps.Core.Inventory;

namespace FinOps.Core.Tests.Inventory;

public sealed class ResourceArnTests
{
    private static readonly Dictionary<string, string> NoTags = [];

    [Theory]
    [InlineData("arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc", "ec2:instance")]
    [InlineData("arn:aws:s3:::payments-archive", "s3")]
    [InlineData("arn:aws:s3:::payments/2026/rds:db:orders", "s3")]
    [InlineData("arn:aws:s3:eu-west-1:111122223333:accesspoint/reports", "s3:accesspoint")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/rds", "dynamodb:table")]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:db:dynamodb", "rds:db")]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:cluster:orders", "rds:cluster")]
    [InlineData("arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:rds:orders-2026-03-01", "rds:cluster-snapshot")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:instance", "sns")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:alerts:6f1d", "sns")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333:orders.fifo", "sqs")]
    [InlineData("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc", "elasticloadbalancing:loadbalancer")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:resize", "lambda:function")]
    [InlineData("arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/resize:*", "logs:log-group")]
    [InlineData("arn:aws:states:eu-west-1:111122223333:stateMachine:orders", "states:stateMachine")]
    [InlineData("arn:aws:apigateway:eu-west-1::/restapis/a1b2c3", "apigateway:restapis")]
    [InlineData("arn:aws:cloudfront::111122223333:distribution/E1", "cloudfront:distribution")]
    [InlineData("arn:aws:iam::111122223333:role/service-role/ec2:instance", "iam:role")]
    [InlineData("arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1-2-3:autoScalingGroupName/web", "autoscaling:autoScalingGroup")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds/db-AbCdEf", "secretsmanager:secret")]
    [InlineData("arn:aws:codecommit:eu-west-1:111122223333:shop", "codecommit")]
    [InlineData("arn:aws:organizations::111122223333:account/o-1/444455556666", "organizations:account")]
    [InlineData("arn:aws-cn:ec2:cn-north-1:111122223333:volume/vol-1", "ec2:volume")]
    [InlineData("arn:aws:events:eu-west-1:111122223333:rule/orders/nightly", "events:rule")]
    public void Type_OfAnArn_IsItsServiceAndItsKind(string arn, string type)
    {
        Assert.True(ResourceArn.TryParse(arn, out var parsed));
        Assert.Equal(type, parsed.Type);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("i-0abc")]
    [InlineData("arn:aws:ec2:eu-west-1:111122223333")]
    [InlineData("arn:aws:ec2:eu-west-1:111122223333:")]
    [InlineData("urn:aws:ec2:eu-west-1:111122223333:instance/i-0abc")]
    [InlineData("arn:aws::eu-west-1:111122223333:instance/i-0abc")]
    public void TryParse_WhatIsNoArn_IsRefused(string? text) => Assert.False(ResourceArn.TryParse(text, out _));

    [Theory]
    [InlineData("arn:aws:s3:::logs", "999900001111", "eu-west-1", "999900001111", "eu-west-1")]
    [InlineData("arn:aws:cloudfront::111122223333:distribution/E1", "111122223333", "us-east-1", "111122223333", "global")]
    [InlineData("arn:aws:ec2:us-west-2:111122223333:instance/i-1", "999900001111", "eu-west-1", "111122223333", "us-west-2")]
    [InlineData("arn:aws:apigateway:eu-west-1::/restapis/a1", "999900001111", "eu-west-1", "999900001111", "eu-west-1")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "999900001111", "us-east-1", "999900001111", "global")]
    public void Found_PlacesAResource_ByItsArnFirst(string arn, string account, string region, string itsAccount, string itsRegion)
    {
        var found = LiveResource.Found(arn, account, region, NoTags);
        Assert.Equal((itsAccount, itsRegion), (found!.AccountId, found.Region));
    }

    [Fact]
    public void Found_WhatIsNoArn_IsNull() => Assert.Null(LiveResource.Found("vol-1", "111122223333", "eu-west-1", NoTags));
}
