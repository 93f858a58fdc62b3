using System.Collections.Concurrent;
using System.Collections.Immutable;
using FinOps.LocalEngine.Providers.Aws.Checking;
using FinOps.LocalEngine.Providers.Aws.Functions;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Resources;
using FinOps.LocalEngine.Providers.Aws.Schema;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws;

/// <summary>
/// The aws provider inside the engine: checks against the complete schema, applies the types of <see cref="HandlerTable"/> through AWS's own
/// protocols at one endpoint, and simulates every other type.
/// </summary>
internal sealed class AwsProvider(AwsSession aws, IReadOnlyDictionary<string, string> defaultTags) : ILocalProvider
{
    private readonly AwsSchema _schema = AwsSchema.Instance;
    private readonly Dictionary<string, IResourceHandler> _handlers = HandlerTable.Create(aws);
    private readonly ConcurrentDictionary<string, IResourceHandler> _simulated = new(StringComparer.Ordinal);

    public string Package => "aws";

    public string Version => _schema.Version;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var type = _schema.Resource(request.Type);
        if (type is null)
            return Task.FromResult(new CheckResult(request.NewInputs, [new CheckFailure("", UnknownType(request.Type))]));
        var inputs = AutoNamer.Apply(type, request);
        return Task.FromResult(new CheckResult(inputs, [.. new InputChecker(_schema).Check(type.Inputs, inputs)]));
    }

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        var type = Resource(request.Type);
        var (old, @new) = (request.OldInputs.Plain(), request.NewInputs.Plain());
        bool Differs(string name) => !Equals(old.Find(name) ?? PropertyValue.Null, @new.Find(name) ?? PropertyValue.Null);
        var changed = old.Keys.Union(@new.Keys, StringComparer.Ordinal).Where(name => !name.StartsWith("__", StringComparison.Ordinal) && Differs(name)).ToList();
        // Changed default tags reach resources whose own inputs stay the same.
        if (type.HasTagMap && !changed.Contains("tags") && request.OldOutputs.Find("tagsAll")?.Plain() is ObjectValue before && Tags(@new) is { } now && !before.Map.Equals(now.ToProperties()))
            changed.Add("tags");
        changed.Sort(StringComparer.Ordinal);
        ImmutableArray<string> replaces = [.. changed.Where(name => ReplacementRules.Replaces(type, name, old, @new))];
        var identity = ReplacementRules.Identity(type);
        return Task.FromResult(new DiffResult([.. changed], replaces, replaces.Length > 0 && identity.Count > 0 && !identity.Any(Differs)));
    }

    public async Task<ApplyResult> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        var type = Resource(request.Type);
        if (request.Preview)
            return new ApplyResult("", ResourceOutputs.Of(type, request.Inputs, PropertyMap.Empty, Tags(request.Inputs.Plain()), Region(request.Inputs)));
        var call = Call(request.Type, request.Name, "", request.Inputs, PropertyMap.Empty, PropertyMap.Empty);
        var applied = await RunAsync(call, () => Handler(type).CreateAsync(call, cancellationToken));
        return new ApplyResult(applied.Id, ResourceOutputs.Of(type, request.Inputs, applied.Computed, call.Tags, call.Region));
    }

    public async Task<ApplyResult> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        var type = Resource(request.Type);
        if (request.Preview)
            return new ApplyResult(request.Id, ResourceOutputs.Of(type, request.NewInputs, ResourceOutputs.Stable(type, request.OldInputs, request.OldOutputs), Tags(request.NewInputs.Plain()), Region(request.NewInputs)));
        var call = Call(request.Type, NameOf(request.Urn), request.Id, request.NewInputs, request.OldInputs, request.OldOutputs);
        // Many calls leave alone what they are not told, so what was set and is declared no more goes back to AWS's default by name.
        var gone = Handler(type).Defaults(call).Where(item => call.OldInputs.ContainsKey(item.Key) && !call.Inputs.ContainsKey(item.Key));
        var wanted = call with { Inputs = call.Inputs.SetAll(gone) };
        var applied = await RunAsync(call, () => Handler(type).UpdateAsync(wanted, cancellationToken));
        return new ApplyResult(applied.Id, ResourceOutputs.Of(type, request.NewInputs, applied.Computed, call.Tags, call.Region));
    }

    public async Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken)
    {
        var call = Call(request.Type, NameOf(request.Urn), request.Id, request.Inputs, request.Inputs, request.Outputs);
        await RunAsync(call, async () =>
        {
            await Handler(Resource(request.Type)).DeleteAsync(call, cancellationToken);
            return true;
        });
    }

    public async Task<ApplyResult?> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var type = Resource(request.Type);
        var call = Call(request.Type, NameOf(request.Urn), request.Id, request.Inputs, request.Inputs, request.Outputs);
        var live = await RunAsync(call, () => Handler(type).ReadAsync(call, cancellationToken));
        if (live is null)
            return null;
        var inputs = LiveInputs.Merge(request.Inputs, live.Live, Handler(type).Defaults(call));
        var tags = live.Tags ?? call.Tags;
        if (type.HasTagMap && OwnTags(tags, call.Inputs).ToProperties() is var own && !own.Equals(call.Inputs.TextMapOf("tags").ToProperties()))
            inputs = inputs.Set("tags", own);
        // Of what the program only looks at, everything that AWS tells is an output.
        var known = request.Outputs.Count == 0 ? live.Live : PropertyMap.Create(request.Outputs.Where(output => !request.Inputs.ContainsKey(output.Key)));
        return new ApplyResult(live.Id, ResourceOutputs.Of(type, inputs, known.SetAll(live.Computed), tags, call.Region), inputs) { FromStateOnly = live.FromStateOnly };
    }

    public Task<InvokeResult> InvokeAsync(string token, PropertyMap arguments, CancellationToken cancellationToken)
    {
        if (_schema.FunctionArguments(token) is not { } members)
            return Task.FromResult(new InvokeResult(PropertyMap.Empty, [new CheckFailure("", $"'{token}' is not a function of aws {Version}{(NearestName.Find(token, _schema.FunctionTokens) is { } near ? $"; did you mean '{near}'?" : "")}")]));
        var failures = new InputChecker(_schema).Check(members, arguments);
        return failures.Count > 0
            ? Task.FromResult(new InvokeResult(PropertyMap.Empty, [.. failures]))
            : AwsFailures.TranslateAsync(aws, token, async () => InvokeResult.Ok(await FunctionTable.InvokeAsync(aws, token, arguments.Plain(), cancellationToken)));
    }

    private ResourceCall Call(string token, string name, string id, PropertyMap inputs, PropertyMap oldInputs, PropertyMap oldOutputs)
    {
        var plain = inputs.Plain();
        return new ResourceCall(
            token, name, id, plain, oldInputs.Plain(), oldOutputs.Plain(),
            Tags(plain) ?? new Dictionary<string, string>(StringComparer.Ordinal), oldOutputs.Plain().TextMapOf("tagsAll"), Region(inputs));
    }

    private Task<T> RunAsync<T>(ResourceCall call, Func<Task<T>> operation) => AwsFailures.TranslateAsync(aws, AwsFailures.Subject(call), operation);

    private IResourceHandler Handler(ResourceType type) =>
        _handlers.TryGetValue(type.Token, out var handler) ? handler : _simulated.GetOrAdd(type.Token, _ => new SimulatedResource(aws, type));

    private ResourceType Resource(string token) => _schema.Resource(token) ?? throw AwsFailures.UnknownType(token, Version, NearestName.Find(token, _schema.ResourceTokens));

    private string UnknownType(string token) =>
        $"'{token}' is not a resource type of aws {Version}{(NearestName.Find(token, _schema.ResourceTokens) is { } near ? $"; did you mean '{near}'?" : "")}";

    /// <summary>Own tags over default tags; null while they are not all known.</summary>
    private Dictionary<string, string>? Tags(PropertyMap plainInputs)
    {
        if (plainInputs.Find("tags") is { } own && own.ContainsUnknown())
            return null;
        var tags = new Dictionary<string, string>(defaultTags, StringComparer.Ordinal);
        foreach (var (key, value) in plainInputs.TextMapOf("tags"))
            tags[key] = value;
        return tags;
    }

    /// <summary>Without those that the provider's default tags explain.</summary>
    private Dictionary<string, string> OwnTags(IReadOnlyDictionary<string, string> tags, PropertyMap declared)
    {
        var own = declared.TextMapOf("tags");
        return tags.Where(tag => own.ContainsKey(tag.Key) || defaultTags.GetValueOrDefault(tag.Key) != tag.Value).ToDictionary(StringComparer.Ordinal);
    }

    private string Region(PropertyMap inputs) => inputs.Text("region") ?? aws.Region;

    private static string NameOf(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name : urn;
}
