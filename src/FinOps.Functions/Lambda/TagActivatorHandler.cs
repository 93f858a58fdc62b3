using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the tag activator: the result out, and an exception for everything that failed.</summary>
internal sealed class TagActivatorHandler(ReportClients clients, TagActivatorOptions settings, TimeProvider time)
{
    public static TagActivatorHandler FromEnvironment(Func<string, string?> variable) => new(
        ReportClients.FromEnvironment(variable),
        TagActivatorSettings.FromEnvironment(TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName)), variable),
        TimeProvider.System);

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        var asked = await ReadAsync(payload, deadline.Token).ConfigureAwait(false);
        var activation = await TagActivator.RunAsync(settings with { DryRun = asked.DryRun ?? false }, clients, time, deadline.Token, CancellationToken.None).ConfigureAwait(false);
        context.Logger.LogLine(TagActivationRenderer.Text(activation));
        return new MemoryStream(Encoding.UTF8.GetBytes(TagActivationRenderer.Json(activation)));
    }

    private static async Task<TagActivatorEvent> ReadAsync(Stream payload, CancellationToken cancellationToken)
    {
        try
        {
            return await LambdaJson.ReadAsync(payload, LambdaJson.Default.TagActivatorEvent, cancellationToken).ConfigureAwait(false) ?? new TagActivatorEvent(null);
        }
        catch (JsonException failure)
        {
            throw new ProblemException([new Problem(
                AwsFailure.Settings, "event", failure.Path ?? "$", failure.Message, "a JSON object", """Send {} or {"dryRun":true}.""")]);
        }
    }
}
