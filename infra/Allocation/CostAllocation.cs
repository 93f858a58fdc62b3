using System.Collections.Immutable;
using FinOps.Core.Costs.Categories;
using Pulumi;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;
using Pulumi.Aws.Lambda;

namespace FinOps.Infra.Allocation;

/// <summary>
/// What turns tags into owners in the bill. AWS refuses to activate a key before the bill knows it, and the provider cannot list inactive
/// keys, so the tag activator is run once at deployment and activates what it can; then the keys that are active are declared, and the
/// others are the output <see cref="PendingTags"/>, which the activator's schedule finishes.
/// </summary>
public sealed class CostAllocation : ComponentResource
{
    private readonly CostAllocationArgs _args;

    public CostAllocation(string name, CostAllocationArgs args, ComponentResourceOptions? options = null)
        : base("finops:allocation:CostAllocation", name, options)
    {
        _args = args;
        var listed = Listed();
        var activated = args.Activator is null ? Output.Create(ImmutableArray<string>.Empty) : Activated(args.Activator);
        // Two steps, so that a preview that cannot know what the activator will say still shows the keys that Cost Explorer lists.
        _ = listed.Apply(DeclareTags);
        PendingTags = Output.Tuple(listed, activated).Apply(keys =>
        {
            DeclareTags([.. keys.Item2.Except(keys.Item1)]);
            return args.Keys.Except(keys.Item1).Except(keys.Item2).ToImmutableArray();
        });
        foreach (var category in args.Categories)
        {
            _ = new CostCategory(category.Name.ToLowerInvariant(), CategoryInputs.Of(category, args.Tags), new CustomResourceOptions { Parent = this });
        }

        RegisterOutputs();
    }

    /// <summary>The keys that the bill does not know yet.</summary>
    public Output<ImmutableArray<string>> PendingTags { get; }

    /// <summary>
    /// The wanted keys that Cost Explorer can group by. It lists active keys alone, and those only a day after they became active; the
    /// provider reads one page, which is 1,000 keys.
    /// </summary>
    private Output<ImmutableArray<string>> Listed() => GetTags.Invoke(
        new GetTagsInvokeArgs
        {
            TimePeriod = new GetTagsTimePeriodInputArgs
            {
                Start = new DateOnly(_args.Today.Year - 1, _args.Today.Month, 1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                End = _args.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            },
        },
        new InvokeOptions { Parent = this }).Apply(found => Wanted(found.Tags));

    private Output<ImmutableArray<string>> Activated(Output<string> activator) => new Invocation(
        "activate-tags",
        new InvocationArgs
        {
            FunctionName = activator,
            Input = "{}",
            Triggers = { { "keys", string.Join(',', _args.Keys) } },
        },
        new CustomResourceOptions { Parent = this }).Result.Apply(result => Wanted(ActivatorResult.ActiveKeys(result)));

    private ImmutableArray<string> Wanted(IEnumerable<string> keys) => [.. _args.Keys.Intersect(keys)];

    // Deactivating a key would take the tag out of every later bill, so destroying the stack leaves it as it is.
    private ImmutableArray<string> DeclareTags(ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            _ = new CostAllocationTag(key, new CostAllocationTagArgs { TagKey = key, Status = "Active" }, new CustomResourceOptions { Parent = this, RetainOnDelete = true });
        }

        return keys;
    }
}

/// <param name="Keys">The keys that are to be cost allocation tags.</param>
/// <param name="Activator">The name of the tag activator; null when the stack has none, and keys are then activated by hand.</param>
public sealed record CostAllocationArgs(
    IReadOnlyList<string> Keys, IReadOnlyList<CategoryPlan> Categories, DateOnly Today, Output<string>? Activator, Dictionary<string, string> Tags);
