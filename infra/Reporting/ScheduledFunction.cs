using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace FinOps.Infra.Reporting;

/// <summary>One function of the package with what it needs: log group, role of its own, schedule, and the role that may invoke it.</summary>
internal static class ScheduledFunction
{
    /// <param name="parent">The component that the resources belong to.</param>
    /// <param name="group">The schedule group.</param>
    public static Function Declare(ComponentResource parent, FunctionDeclaration declaration, ReportingPlatformArgs args, ScheduleGroup group)
    {
        var (name, functionName, settings, tags) = (declaration.Name, declaration.FunctionName, args.Settings, args.Tags);
        var options = new CustomResourceOptions { Parent = parent };
        var logs = new LogGroup(name, new LogGroupArgs { Name = $"/aws/lambda/{functionName}", RetentionInDays = settings.LogRetentionDays, Tags = tags }, options);
        var role = new Role(name, new RoleArgs
        {
            Name = functionName,
            Description = $"Permissions of {functionName}.",
            AssumeRolePolicy = PolicyDocument.Trust("lambda.amazonaws.com"),
            Tags = tags,
        }, options);
        var permissions = new RolePolicy(name, new RolePolicyArgs { Name = functionName, Role = role.Id, Policy = declaration.Policy(logs.Arn) }, options);
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

        var invoker = new Role(declaration.Invoker, new RoleArgs
        {
            Name = $"{functionName}-schedule",
            Description = $"Lets EventBridge Scheduler invoke {functionName}.",
            AssumeRolePolicy = PolicyDocument.Trust("scheduler.amazonaws.com", args.AccountId),
            Tags = tags,
        }, options);
        var mayInvoke = new RolePolicy(declaration.Invoker, new RolePolicyArgs { Name = "invoke", Role = invoker.Id, Policy = function.Arn.Apply(FunctionPolicies.Invoke) }, options);
        _ = new Schedule(name, new ScheduleArgs
        {
            Name = functionName,
            GroupName = group.Name,
            Description = declaration.Description,
            ScheduleExpression = declaration.Schedule,
            ScheduleExpressionTimezone = settings.TimeZone,
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "FLEXIBLE", MaximumWindowInMinutes = 15 },
            Target = new ScheduleTargetArgs
            {
                Arn = function.Arn,
                RoleArn = invoker.Arn,
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = 2, MaximumEventAgeInSeconds = 3600 },
            },
        }, new CustomResourceOptions { Parent = parent, DependsOn = { mayInvoke } });
        return function;
    }
}
