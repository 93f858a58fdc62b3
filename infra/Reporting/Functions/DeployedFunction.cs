using FinOps.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;
using Pulumi.Aws.Sns;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>One function of the package with what it needs: log group, role of its own, retries and, where it has them, its schedule with the role that may invoke it, and its topic.</summary>
internal static class DeployedFunction
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
        var permissions = new RolePolicy(name, new RolePolicyArgs
        {
            Name = functionName,
            Role = role.Id,
            Policy = Output.Tuple(logs.Arn, shared.DeadLettersArn, declaration.SecretsKey ?? Output.Create("")).Apply(arns => PolicyDocument.Of(
                [.. declaration.Statements, .. declaration.SecretsKey is null ? [] : new[] { DecryptSecrets(arns.Item3, args.Region) }, WriteLogs(arns.Item1), LeaveDeadLetters(arns.Item2)])),
        }, options);
        var function = new Function(name, new FunctionArgs
        {
            Name = functionName,
            Description = declaration.Description,
            Runtime = "provided.al2023",
            Architectures = { "x86_64" },
            Handler = name,
            Code = new FileArchive(args.PackagePath),
            Role = role.Arn,
            MemorySize = declaration.MemoryMb ?? settings.MemoryMb,
            Timeout = declaration.TimeoutSeconds ?? settings.TimeoutSeconds,
            Environment = new FunctionEnvironmentArgs { Variables = declaration.Environment },
            Tags = tags,
        }, new CustomResourceOptions { Parent = parent, DependsOn = { permissions, logs } });

        DeclareRetries(name, function, settings.Retry, shared.DeadLettersArn, options);
        if (declaration.Schedule is not null)
        {
            DeclareSchedule(parent, declaration, function, args, shared);
        }

        if (declaration.Topic is { } topic)
        {
            DeclareTopic(name, function, topic, options);
        }

        return function;
    }

    /// <summary>SNS only hands a message over, as Scheduler does; Lambda tries again what then fails. The topic may not invoke what does not let it.</summary>
    private static void DeclareTopic(string name, Function function, Output<string> topic, CustomResourceOptions options)
    {
        var permission = new Permission($"{name}-topic", new PermissionArgs
        {
            StatementId = "topic",
            Action = "lambda:InvokeFunction",
            Function = function.Name,
            Principal = "sns.amazonaws.com",
            SourceArn = topic,
        }, options);
        _ = new TopicSubscription($"{name}-topic", new TopicSubscriptionArgs { Topic = topic, Protocol = "lambda", Endpoint = function.Arn },
            new CustomResourceOptions { Parent = options.Parent, DependsOn = { permission } });
    }

    private static void DeclareSchedule(ComponentResource parent, FunctionDeclaration declaration, Function function, ReportingPlatformArgs args, SharedByFunctions shared)
    {
        var (settings, options) = (args.Settings, new CustomResourceOptions { Parent = parent });
        var invoker = new Role(declaration.Invoker, new RoleArgs
        {
            Name = $"{declaration.FunctionName}-schedule",
            Description = $"Lets EventBridge Scheduler invoke {declaration.FunctionName}.",
            AssumeRolePolicy = PolicyDocument.Trust("scheduler.amazonaws.com", args.AccountId),
            Tags = args.Tags,
        }, options);
        var mayInvoke = new RolePolicy(declaration.Invoker, new RolePolicyArgs
        {
            Name = "invoke",
            Role = invoker.Id,
            Policy = Output.Tuple(function.Arn, shared.DeadLettersArn).Apply(arns => PolicyDocument.Of(
                PolicyDocument.Allow("Invoke", ["lambda:InvokeFunction"], arns.Item1), LeaveDeadLetters(arns.Item2))),
        }, options);
        _ = new Schedule(declaration.Name, new ScheduleArgs
        {
            Name = declaration.FunctionName,
            GroupName = shared.Group.Name,
            Description = declaration.Description,
            ScheduleExpression = declaration.Schedule!,
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
    }

    /// <summary>By way of Systems Manager alone: the key opens nothing else to the function.</summary>
    private static object DecryptSecrets(string keyArn, string region) => new
    {
        Sid = "DecryptSecrets",
        Effect = "Allow",
        Action = new[] { "kms:Decrypt" },
        Resource = new[] { keyArn },
        Condition = new { StringEquals = new Dictionary<string, string> { ["kms:ViaService"] = $"ssm.{region}.amazonaws.com" } },
    };

    /// <summary>Lambda itself does it under a function's role.</summary>
    private static object WriteLogs(string logGroupArn) => PolicyDocument.Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], $"{logGroupArn}:*");

    /// <summary>Scheduler and Lambda themselves do it, under the role of a schedule or a function, when a run has failed for good.</summary>
    private static object LeaveDeadLetters(string queueArn) => PolicyDocument.Allow("LeaveDeadLetters", ["sqs:SendMessage"], queueArn);

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
