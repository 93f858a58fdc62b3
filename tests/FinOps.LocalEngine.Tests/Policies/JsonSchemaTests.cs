using System.Text.Json.Nodes;
using FinOps.LocalEngine.Policies;

namespace FinOps.LocalEngine.Tests.Policies;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"boolean"}""", "\"x\"", "v: Invalid type. Expected: boolean, given: string")]
    [InlineData("""{"type":"integer"}""", "1.5", "v: Invalid type. Expected: integer, given: number")]
    [InlineData("""{"type":"number"}""", "3", null)]
    [InlineData("""{"type":["string","null"]}""", "null", null)]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "v: v must be one of the following: \"a\", \"b\"")]
    [InlineData("""{"const":1}""", "1.0", null)]
    [InlineData("""{"minLength":2}""", "\"a\"", "v: String length must be greater than or equal to 2")]
    [InlineData("""{"maxLength":2}""", "\"abc\"", "v: String length must be less than or equal to 2")]
    [InlineData("""{"pattern":"^a+$"}""", "\"b\"", "v: Does not match pattern '^a+$'")]
    [InlineData("""{"minimum":5}""", "4", "v: Must be greater than or equal to 5")]
    [InlineData("""{"maximum":5}""", "6", "v: Must be less than or equal to 5")]
    [InlineData("""{"exclusiveMinimum":5}""", "5", "v: Must be greater than 5")]
    [InlineData("""{"multipleOf":5}""", "7", "v: Must be a multiple of 5")]
    [InlineData("""{"minItems":1}""", "[]", "v: Array must have at least 1 items")]
    [InlineData("""{"maxItems":1}""", "[1,2]", "v: Array must have at most 1 items")]
    [InlineData("""{"uniqueItems":true}""", "[1,1]", "v: array items[0,1] must be unique")]
    [InlineData("""{"items":{"type":"string"}}""", "[\"a\",1]", "v.1: Invalid type. Expected: string, given: integer")]
    [InlineData("""{"required":["a"]}""", "{}", "v: a is required")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", "{\"a\":1}", "v.a: Invalid type. Expected: string, given: integer")]
    [InlineData("""{"additionalProperties":false}""", "{\"b\":1}", "v: Additional property b is not allowed")]
    public void Validate_OneValue_GivesTheKnownWording(string schema, string value, string? expected)
    {
        var root = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["v"] = JsonNode.Parse(schema) } };
        var mistakes = JsonSchema.Validate(root, new JsonObject { ["v"] = JsonNode.Parse(value) });

        Assert.Equal(expected is null ? [] : [expected], mistakes);
    }
}
