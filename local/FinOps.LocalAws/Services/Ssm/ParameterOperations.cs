using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Ssm;

/// <summary>Parameters: put, get, describe, delete. Only the newest version is kept.</summary>
internal sealed class ParameterOperations(LocalAwsEnvironment environment)
{
    private static readonly JsonPage Page = new(50);

    private static readonly string[] Described = ["Name", "Type", "KeyId", "Description", "AllowedPattern", "Version", "Tier", "DataType", "LastModifiedDate", "LastModifiedUser"];

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("PutParameter", Put);
        add("GetParameter", (input, context) => environment.Store.Read(session => new JsonObject
        {
            ["Parameter"] = Print(session, context, input.Required("Name"), input.Flag("WithDecryption")),
        }));
        add("GetParameters", GetSeveral);
        add("DescribeParameters", Describe);
        add("DeleteParameter", Delete);
    }

    private JsonObject Put(JsonInput input, CallContext context) => environment.Store.Write(session =>
    {
        var standing = session.Get(ParameterStore.Collection(context), input.Required("Name"));
        if (standing is not null && !input.Flag("Overwrite"))
            throw SsmErrors.Exists();
        if (input.Has("Tags") && input.Flag("Overwrite"))
            throw SsmErrors.Invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        var parameter = ParameterInput.Read(input, standing);
        var (name, value) = ((string)parameter["Name"]!, input.Required("Value"));
        parameter["Value"] = (string?)parameter["Type"] == ParameterInput.Secure ? SecureValue.Encrypt(session, value) : value;
        parameter["Version"] = ((long?)standing?["Version"] ?? 0) + 1;
        parameter["LastModifiedDate"] = context.Now.ToUnixTimeSeconds();
        parameter["LastModifiedUser"] = context.Caller.Arn;
        session.Put(ParameterStore.Collection(context), name, parameter);
        ParameterStore.Tags.Merge(session, ParameterStore.Arn(context, name), ParameterStore.Tags.FromList(input.Objects("Tags")));
        return new JsonObject { ["Version"] = (long)parameter["Version"]!, ["Tier"] = (string)parameter["Tier"]! };
    });

    private JsonObject GetSeveral(JsonInput input, CallContext context) => environment.Store.Read(session =>
    {
        var there = input.Strings("Names").ToLookup(name => session.Get(ParameterStore.Collection(context), name) is not null);
        return new JsonObject
        {
            ["Parameters"] = new JsonArray([.. there[true].Select(name => Print(session, context, name, input.Flag("WithDecryption")))]),
            ["InvalidParameters"] = new JsonArray([.. there[false].Select(name => JsonValue.Create(name))]),
        };
    });

    private JsonObject Describe(JsonInput input, CallContext context)
    {
        var found = environment.Store.List(ParameterStore.Collection(context)).Select(item => item.Value);
        var scope = "DescribeParameters";
        foreach (var filter in input.Objects("ParameterFilters"))
        {
            if (filter.Required("Key") != "Name" || filter.OptionalOneOf("Option", "Equals", "BeginsWith") is not { } option)
                throw new AwsError("InvalidFilterKey", "This endpoint filters parameters by Name alone, with Equals or BeginsWith.");
            var values = filter.Strings("Values");
            scope += $" {option} {string.Join(' ', values)}";
            found = found.Where(parameter => values.Any(value => option == "Equals" ? (string?)parameter["Name"] == value : ((string)parameter["Name"]!).StartsWith(value, StringComparison.Ordinal)));
        }
        return Page.Of(input, scope, "Parameters", found, parameter => (string)parameter["Name"]!, parameter => new JsonObject(
            Described.Where(parameter.ContainsKey).Select(member => KeyValuePair.Create(member, parameter[member]?.DeepClone())))
        {
            ["ARN"] = ParameterStore.Arn(context, (string)parameter["Name"]!),
        });
    }

    private JsonObject Delete(JsonInput input, CallContext context) => environment.Store.Write(session =>
    {
        var (name, _) = ParameterStore.Require(session, context, input.Required("Name"));
        session.Delete(ParameterStore.Collection(context), name);
        ParameterStore.Tags.Forget(session, ParameterStore.Arn(context, name));
        return new JsonObject();
    });

    private static JsonObject Print(StoreSession session, CallContext context, string given, bool decrypt)
    {
        var (name, parameter) = ParameterStore.Require(session, context, given);
        var value = (string)parameter["Value"]!;
        return new JsonObject
        {
            ["Name"] = name,
            ["Type"] = (string?)parameter["Type"],
            ["Value"] = decrypt && (string?)parameter["Type"] == ParameterInput.Secure ? SecureValue.Decrypt(session, value) : value,
            ["Version"] = (long)parameter["Version"]!,
            ["LastModifiedDate"] = (long)parameter["LastModifiedDate"]!,
            ["ARN"] = ParameterStore.Arn(context, name),
            ["DataType"] = (string?)parameter["DataType"],
        };
    }
}
