using Pulumi.Testing;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>ARNs as AWS gives them, so that policies can be judged against real calls.</summary>
internal static class AwsArns
{
    public static Func<MockResourceArgs, string> Of(string accountId) => args => args.Type switch
    {
        "aws:s3/bucket:Bucket" => $"arn:aws:s3:::{Input(args, "bucket")}",
        "aws:iam/role:Role" => $"arn:aws:iam::{accountId}:role/{Input(args, "name")}",
        "aws:lambda/function:Function" => $"arn:aws:lambda:us-east-1:{accountId}:function:{Input(args, "name")}",
        "aws:cloudwatch/logGroup:LogGroup" => $"arn:aws:logs:us-east-1:{accountId}:log-group:{Input(args, "name")}",
        "aws:kms/key:Key" => $"arn:aws:kms:us-east-1:{accountId}:key/{args.Name}",
        "aws:sesv2/configurationSet:ConfigurationSet" => $"arn:aws:ses:us-east-1:{accountId}:configuration-set/{Input(args, "configurationSetName")}",
        "aws:sqs/queue:Queue" or "aws:sns/topic:Topic" => $"arn:aws:{args.Type[4..7]}:us-east-1:{accountId}:{Input(args, "name")}",
        _ => $"arn:aws:mock:us-east-1:{accountId}:{args.Type}/{args.Name}",
    };

    private static string Input(MockResourceArgs args, string name) => (string)args.Inputs[name];
}
