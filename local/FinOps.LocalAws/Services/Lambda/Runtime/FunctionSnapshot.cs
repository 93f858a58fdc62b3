using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>What is needed to run one revision of a function.</summary>
internal sealed record FunctionSnapshot(
    string Name,
    string Arn,
    string AccountId,
    string Region,
    string RoleArn,
    string Handler,
    string RevisionId,
    string CodeHash,
    string LogGroup,
    int MemoryMegabytes,
    TimeSpan Timeout,
    int? ReservedConcurrency,
    IReadOnlyDictionary<string, string> Variables)
{
    public static FunctionSnapshot Of(JsonObject function, CallContext context)
    {
        var configuration = function["Configuration"]!;
        var name = (string)configuration["FunctionName"]!;
        return new FunctionSnapshot(
            name, (string)configuration["FunctionArn"]!, context.AccountId, context.Region, (string)configuration["Role"]!, (string)configuration[nameof(Handler)]!,
            (string)configuration[nameof(RevisionId)]!, (string)function[nameof(CodeHash)]!, (string?)configuration["LoggingConfig"]?[nameof(LogGroup)] ?? $"/aws/lambda/{name}",
            (int)configuration["MemorySize"]!, TimeSpan.FromSeconds((int)configuration[nameof(Timeout)]!),
            (int?)(long?)function["Concurrency"],
            (configuration["Environment"]?[nameof(Variables)] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal));
    }
}
