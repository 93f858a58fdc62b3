using System.Collections.Immutable;

namespace Pulumi.Tests;

/// <summary>A resource as generated code has them.</summary>
[ResourceType("demo:storage/box:Box", "1.2.3")]
internal sealed class Box : CustomResource
{
    public const string Token = "demo:storage/box:Box";

    public Box(string name, BoxArgs args, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new BoxArgs(), With(options, ""))
    {
    }

    private Box(string name, Input<string> id, CustomResourceOptions? options)
        : base(Token, name, new BoxArgs { Label = "" }, With(options, id))
    {
    }

    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("size")]
    public Output<int?> Size { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("rules")]
    public Output<ImmutableArray<BoxRule>> Rules { get; private set; } = null!;

    [Output("color")]
    public Output<BoxColor?> Color { get; private set; } = null!;

    public static Box Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions With(CustomResourceOptions? options, Input<string>? id)
    {
        var merged = CustomResourceOptions.Merge(new CustomResourceOptions { Version = "1.2.3" }, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}

internal sealed class BoxArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("rules")]
    private InputList<BoxRuleArgs>? _rules;

    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("color")]
    public Input<BoxColor>? Color { get; set; }

    [Input("content")]
    public Input<AssetOrArchive>? Content { get; set; }

    [Input("near")]
    public Input<CustomResource>? Near { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputList<BoxRuleArgs> Rules
    {
        get => _rules ??= [];
        set => _rules = value;
    }
}

internal sealed class BoxRuleArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("limit")]
    public Input<double>? Limit { get; set; }
}

[OutputType]
internal sealed class BoxRule
{
    public readonly string Name;
    public readonly double? Limit;

    [OutputConstructor]
    private BoxRule(string name, double? limit)
    {
        Name = name;
        Limit = limit;
    }
}

[EnumType]
internal readonly struct BoxColor : IEquatable<BoxColor>
{
    private readonly string _value;

    private BoxColor(string value) => _value = value;

    public static BoxColor Red { get; } = new("red");

    public static explicit operator string(BoxColor color) => color._value;

    public bool Equals(BoxColor other) => _value == other._value;

    public override bool Equals(object? obj) => obj is BoxColor other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

internal sealed class DemoProvider(string name, DemoProviderArgs? args = null, CustomResourceOptions? options = null)
    : ProviderResource("demo", name, args ?? new DemoProviderArgs(), options);

internal sealed class DemoProviderArgs : ResourceArgs
{
    [Input("regions", json: true)]
    private InputList<string>? _regions;

    [Input("retries", json: true)]
    public Input<int>? Retries { get; set; }

    [Input("profile")]
    public Input<string>? Profile { get; set; }

    public InputList<string> Regions
    {
        get => _regions ??= [];
        set => _regions = value;
    }
}

/// <summary>A component with one box in it.</summary>
internal sealed class Shelf : ComponentResource
{
    public Shelf(string name, ComponentResourceOptions? options = null)
        : base("demo:index:Shelf", name, options)
    {
        Content = new Box($"{name}-box", new BoxArgs { Label = name }, new CustomResourceOptions { Parent = this });
        Title = Content.Label;
        RegisterOutputs();
    }

    public Box Content { get; }

    [Output("title")]
    public Output<string> Title { get; private set; }
}

internal sealed class WarehouseStack : Stack
{
    public WarehouseStack()
    {
        var shelf = new Shelf("shelf");
        Title = shelf.Title;
    }

    [Output("title")]
    public Output<string> Title { get; private set; }
}
