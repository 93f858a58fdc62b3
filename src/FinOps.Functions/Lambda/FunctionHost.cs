using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using FinOps.Core.Problems;
using FinOps.Functions.AllocationTags;
using FinOps.Functions.Compliance;
using FinOps.Functions.Costs;
using FinOps.Functions.Digest;
using FinOps.Functions.History;
using FinOps.Functions.Optimization;
using FinOps.Functions.Responder;
using FinOps.Functions.Scheduling;
using FinOps.Functions.TagInventory;

namespace FinOps.Functions.Lambda;

/// <summary>One binary for all functions: the function's handler setting says which one this process is.</summary>
internal static class FunctionHost
{
    public const string UnknownHandler = "FIN5007";

    private static readonly Dictionary<string, Func<Func<string, string?>, Func<Stream, ILambdaContext, Task<Stream>>>> Functions = new(StringComparer.Ordinal)
    {
        [CostAnalyzer.FunctionName] = variable => CostAnalyzerHandler.FromEnvironment(variable).HandleAsync,
        [TagActivator.FunctionName] = variable => TagActivatorHandler.FromEnvironment(variable).HandleAsync,
        [ComplianceChecker.FunctionName] = variable => ComplianceCheckerHandler.FromEnvironment(variable).HandleAsync,
        [OptimizationInsights.FunctionName] = variable => OptimizationInsightsHandler.FromEnvironment(variable).HandleAsync,
        [HistoryAnalyzer.FunctionName] = variable => HistoricalCostAnalyzerHandler.FromEnvironment(variable).HandleAsync,
        [BudgetResponder.FunctionName] = variable => BudgetResponderHandler.FromEnvironment(variable).HandleAsync,
        [TagInventoryAnalyzer.FunctionName] = variable => TagInventoryHandler.FromEnvironment(variable).HandleAsync,
        [NonprodScheduler.FunctionName] = variable => NonprodSchedulerHandler.FromEnvironment(variable).HandleAsync,
        [DigestFunction.FunctionName] = variable => DigestHandler.FromEnvironment(variable).HandleAsync,
    };

    public static async Task<int> RunAsync(Func<string, string?> variable, TextWriter error)
    {
        if (variable("AWS_LAMBDA_RUNTIME_API") is null)
        {
            await error.WriteLineAsync("This program is a Lambda function and waits for the Lambda Runtime API. For a report on this machine: finops report cost").ConfigureAwait(false);
            return 2;
        }

        Func<Stream, ILambdaContext, Task<Stream>>? handler = null;
        // Settings are read inside the initialiser, so that a wrong one is reported as a failed start and not as a silent exit.
        using var bootstrap = LambdaBootstrapBuilder
            .Create((payload, context) => handler!(payload, context))
            .UseBootstrapHandler(() =>
            {
                handler = Select(variable("_HANDLER"))(variable);
                return Task.FromResult(true);
            })
            .Build();
        await bootstrap.RunAsync().ConfigureAwait(false);
        return 0;
    }

    internal static Func<Func<string, string?>, Func<Stream, ILambdaContext, Task<Stream>>> Select(string? name) =>
        Functions.TryGetValue(name ?? "", out var function)
            ? function
            : throw new ProblemException([new Problem(
                UnknownHandler, "function configuration", "Handler", $"'{name}'", string.Join(", ", Functions.Keys.Order(StringComparer.Ordinal)),
                "Set the function's handler to one of these names.")]);
}
