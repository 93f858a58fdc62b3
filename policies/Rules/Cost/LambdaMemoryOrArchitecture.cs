using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FinOps.Policies.Model;
using Pulumi.Policy;
using Pulumi.Policy.Configuration;
using Pulumi.Rpc.Values;

namespace FinOps.Policies.Rules.Cost;

/// <summary>COST010: functions run on Arm, with no more memory than is plausible.</summary>
public sealed class LambdaMemoryOrArchitecture : ResourceRule
{
    public override string Id => "COST010";

    public override string Name => "lambda-memory-or-architecture";

    public override RuleCategory Category => RuleCategory.Cost;

    public override string Title => "Functions run on arm64 with measured memory";

    public override string Why => "A GB-second on arm64 costs a fifth less than on x86_64, and memory is paid for every millisecond whether it is used or not.";

    public override string Fix => "Set architectures to [\"arm64\"] where no native x86 code is packed, and lower memorySize to what the function has been measured to need.";

    public override PolicyConfigSchema ConfigSchema { get; } = PolicyConfigSchema.From<Settings>();

    public override ImmutableArray<string> Types => ["aws:lambda/function:Function"];

    public override RuleExamples Examples => new(
        Good: [new RuleExample("Arm, one gigabyte", Types[0], PropertyMap.Of(("architectures", PropertyValue.Of(["arm64"])), ("memorySize", 1024)))],
        Bad:
        [
            new RuleExample("Nothing said means x86_64", Types[0], PropertyMap.Of(("memorySize", 128))),
            new RuleExample("Too much memory", Types[0], PropertyMap.Of(("architectures", PropertyValue.Of(["arm64"])), ("memorySize", 10240))),
        ]);

    public override void Evaluate(ResourceValidationArgs args, Action<Finding> report)
    {
        var settings = args.GetConfig<Settings>();
        var where = $"{args.Resource.Type} '{args.Resource.Name}'";
        if (settings.RequireArm && !args.Resource.Properties["architectures"].Items().Any(item => item.AsString() == "arm64"))
        {
            report(new Finding($"{where} runs on x86_64; set architectures to [\"arm64\"].", "x86_64"));
        }

        if (args.Resource.Properties["memorySize"].AsNumber() is { } memory && memory > settings.MaxMemory)
        {
            report(new Finding($"{where} has {memory} MB of memory; at most {settings.MaxMemory} are allowed without a measurement.", "too much memory"));
        }
    }

    /// <summary>Configuration of the rule.</summary>
    public sealed record Settings : RuleConfig
    {
        [Description("Whether x86_64 is a finding")]
        public bool RequireArm { get; init; } = true;

        [Description("The most memory in MB")]
        [Range(128, 10240)]
        public int MaxMemory { get; init; } = 3008;
    }
}
