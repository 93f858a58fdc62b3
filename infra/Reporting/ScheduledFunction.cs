using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace FinOps.Infra.Reporting;

/// <summary>One function of the package with what it needs: log group, role of its own, retries, schedule, and the role that may invoke it.</summary>
internal static class ScheduledFunction
{
    /// <param name="parent">The component that the resources belong to.</param>
    /// <param name="shared">What all functions share.</param>
    public static Function Declare(ComponentResource parent, FunctionDeclaration declaration, ReportingPlatformArgs args, SharedByFunctions shared)
    {
        var (name, functionName, settings, tags) = (declaration.Name, declaration.FunctionName, args.Settings, args.Tags);
        var options = new CustomResourceOptions { Parent = parent };
        var logs = DeclareLogs(name, functionName, args, shared.LogKeyArn, options);
        var role = new Role(name, new RoleArgs
        {
            Name = functionName,
            Description = $"Permissions of {functionName}.",
            AssumeRolePolicy = PolicyDocument.Trust("lambda.amazonaws.com"),
            Tags = tags,
        }, options);
        var permissions = new RolePolicy(name, new RolePolicyArgs { Name = functionName, Role = role.Id, Policy = declaration.Policy(logs.Arn, shared.DeadLettersArn) }, options);
        var function = new Function(name, new FunctionArgs
        {
            Name = functionName,
            Description = declaration.Description,
            Runtime = "provided.al2023",
            Architectures = { "x86_64" },
            Handler = name,
            Code = new FileArchive(args.PackagePath),
            Role = role.Arn,
            MemorySize = settings.MemoryMb,
            Timeout = settings.TimeoutSeconds,
            Environment = new FunctionEnvironmentArgs { Variables = declaration.Environment },
            Tags = tags,
        }, new CustomResourceOptions { Parent = parent, DependsOn = { permissions, logs } });

        DeclareRetries(name, function, settings.Retry, shared.DeadLettersArn, options);

        var invoker = new Role(declaration.Invoker, new RoleArgs
        {
            Name = $"{functionName}-schedule",
            Description = $"Lets EventBridge Scheduler invoke {functionName}.",
            AssumeRolePolicy = PolicyDocument.Trust("scheduler.amazonaws.com", args.AccountId),
            Tags = tags,
        }, options);
        var mayInvoke = new RolePolicy(declaration.Invoker, new RolePolicyArgs { Name = "invoke", Role = invoker.Id, Policy = Output.Tuple(function.Arn, shared.DeadLettersArn).Apply(arns => FunctionPolicies.Invoke(arns.Item1, arns.Item2)) }, options);
        _ = new Schedule(name, new ScheduleArgs
        {
            Name = functionName,
            GroupName = shared.Group.Name,
            Description = declaration.Description,
            ScheduleExpression = declaration.Schedule,
            ScheduleExpressionTimezone = settings.TimeZone,
            FlexibleTimeWindow = Window(settings.Retry.WindowMinutes),
            Target = new ScheduleTargetArgs
            {
                Arn = function.Arn,
                RoleArn = invoker.Arn,
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = settings.Retry.Attempts, MaximumEventAgeInSeconds = settings.Retry.MaxAgeSeconds },
                DeadLetterConfig = new ScheduleTargetDeadLetterConfigArgs { Arn = shared.DeadLettersArn },
            },
        }, new CustomResourceOptions { Parent = parent, DependsOn = { mayInvoke } });
        return function;
    }

    private static LogGroup DeclareLogs(string name, string functionName, ReportingPlatformArgs args, Output<string>? keyArn, CustomResourceOptions options)
    {
        var logs = new LogGroupArgs { Name = $"/aws/lambda/{functionName}", RetentionInDays = args.Settings.LogRetentionDays, Tags = args.Tags };
        if (keyArn is not null)
        {
            logs.KmsKeyId = keyArn;
        }

        return new LogGroup(name, logs, options);
    }

    private static ScheduleFlexibleTimeWindowArgs Window(int minutes) =>
        minutes == 0 ? new() { Mode = "OFF" } : new() { Mode = "FLEXIBLE", MaximumWindowInMinutes = minutes };

    /// <summary>Scheduler only hands a run over: what happens when the function then fails is Lambda's part. Lambda looks whether the role may send.</summary>
    private static void DeclareRetries(string name, Function function, RetrySettings retry, Output<string> deadLettersArn, CustomResourceOptions options) =>
        _ = new FunctionEventInvokeConfig(name, new FunctionEventInvokeConfigArgs
        {
            FunctionName = function.Name,
            MaximumRetryAttempts = retry.Attempts,
            MaximumEventAgeInSeconds = retry.MaxAgeSeconds,
            DestinationConfig = new FunctionEventInvokeConfigDestinationConfigArgs
            {
                OnFailure = new FunctionEventInvokeConfigDestinationConfigOnFailureArgs { Destination = deadLettersArn },
            },
        }, options);
}
