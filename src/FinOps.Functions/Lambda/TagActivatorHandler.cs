using System.Text;
using Amazon.Lambda.Core;
using FinOps.Core.Tagging;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the tag activator: the result out, and an exception for everything that failed.</summary>
internal sealed class TagActivatorHandler(ReportClients clients, TagActivatorOptions settings, TimeProvider time)
{
    public static TagActivatorHandler FromEnvironment(Func<string, string?> variable) => new(
        ReportClients.Create(AwsConnection.FromEnvironment(variable)),
        TagActivatorSettings.FromEnvironment(TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName)), variable),
        TimeProvider.System);

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.TagActivatorEvent, """{"dryRun":true}""", deadline.Token).ConfigureAwait(false)
            ?? new TagActivatorEvent(null);
        var activation = await TagActivator.RunAsync(settings with { DryRun = asked.DryRun ?? false }, clients, time, deadline.Token, CancellationToken.None).ConfigureAwait(false);
        context.Logger.LogLine(TagActivationRenderer.Text(activation));
        return new MemoryStream(Encoding.UTF8.GetBytes(TagActivationRenderer.Json(activation)));
    }
}
