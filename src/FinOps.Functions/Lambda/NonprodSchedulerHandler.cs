using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the scheduler: the result out, and an exception for everything that failed. It runs often, so it mails once a day at most.</summary>
internal sealed class NonprodSchedulerHandler(AwsConnection aws, SchedulerOptions settings, MemberSettings? role, DeliveryOptions delivery, TimeProvider time)
{
    public static NonprodSchedulerHandler FromEnvironment(Func<string, string?> variable) => new(
        AwsConnection.FromEnvironment(variable), SchedulerSettings.FromEnvironment(variable), MemberSettings.FromEnvironment(variable, MemberSettings.SchedulerRoleVariable), DeliveryOptions.FromEnvironment(variable), TimeProvider.System);

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var end = LambdaDeadline.Of(context);
        using var deadline = LambdaDeadline.OfGathering(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.NonprodSchedulerEvent, """{"apply":false}""", end.Token).ConfigureAwait(false)
            ?? new NonprodSchedulerEvent(null, null, null);
        var run = asked.Run ?? context.AwsRequestId;
        if (!RunIds.IsValid(run))
            throw new ProblemException([RunIds.Wrong(run)]);

        using var clients = ReportClients.Create(aws);
        var where = asked.Deliver == false ? new DeliveryOptions(null, null, []) : delivery;
        var (report, delivered) = await ScheduledRun.RunAsync(
            settings with { Apply = asked.Apply ?? settings.Apply, RunId = run }, aws, role, clients, where, time, deadline.Token, end.Token).ConfigureAwait(false);
        context.Logger.LogLine(
            $"{NonprodScheduler.FunctionName} run={run} apply={report.Applied} resources={report.Rows.Count} done={report.Count(SwitchResult.Done)} refused={report.Count(SwitchResult.Refused)} notseen={report.NotSeen.Count} ms={report.Cost.Elapsed.TotalMilliseconds:0} files={delivered.Files.Count} mail={delivered.MailMessageId}");
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(NonprodSchedulerResult.Of(report, delivered), LambdaJson.Default.NonprodSchedulerResult));
    }
}
