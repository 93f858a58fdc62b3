using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// JSON of values with outputs inside. System.Text.Json writes synchronously, so it is run until a pass meets only outputs that
/// are there: each pass collects the ones it had to skip, and they are awaited before the next pass.
/// </summary>
internal static class OutputJson
{
    private static readonly JsonSerializerOptions _default = new();
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> _optionsWithOutputs = [];

    [ThreadStatic]
    private static Pass? _pass;

    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var data = await output.DataTask;
        if (!data.IsKnown)
        {
            return data.Unknown<string>();
        }

        var withOutputs = _optionsWithOutputs.GetValue(options ?? _default, static original => new JsonSerializerOptions(original) { Converters = { new Factory() } });
        while (true)
        {
            var pass = new Pass();
            var text = Run(pass, data.Value, withOutputs);
            if (pass.Pending.Count == 0)
            {
                return data.Then(pass.Bits.With(text));
            }

            await Task.WhenAll(pass.Pending);
        }
    }

    private static string Run<T>(Pass pass, T value, JsonSerializerOptions options)
    {
        var outer = _pass;
        _pass = pass;
        try
        {
            return JsonSerializer.Serialize(value, options);
        }
        finally
        {
            _pass = outer;
        }
    }

    private sealed class Pass
    {
        public List<Task> Pending { get; } = [];

        public OutputData<string> Bits { get; set; } = OutputData.Known("");
    }

    private sealed class Factory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Converter<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} cannot be read from JSON; use Output.JsonDeserialize");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var pass = _pass ?? throw new InvalidOperationException("outputs are only serialized by Output.JsonSerialize");
            var output = value as IOutput ?? ((IInput)value!).ToUntypedOutput();
            var task = output.GetDataAsync();
            if (!task.IsCompleted)
            {
                pass.Pending.Add(task);
                writer.WriteNullValue();
                return;
            }

            var data = task.GetAwaiter().GetResult();
            pass.Bits = pass.Bits.Then(data.With(""));
            JsonSerializer.Serialize(writer, data.Value, options);
        }
    }
}
