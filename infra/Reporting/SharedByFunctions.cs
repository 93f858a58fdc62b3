using Pulumi;
using Pulumi.Aws.Scheduler;

namespace FinOps.Infra.Reporting;

/// <summary>What all functions share.</summary>
/// <param name="Group">Where their schedules are.</param>
/// <param name="DeadLettersArn">Where their failed runs go.</param>
/// <param name="LogKeyArn">What their logs are encrypted with; null for the key of CloudWatch Logs.</param>
internal sealed record SharedByFunctions(ScheduleGroup Group, Output<string> DeadLettersArn, Output<string>? LogKeyArn);
