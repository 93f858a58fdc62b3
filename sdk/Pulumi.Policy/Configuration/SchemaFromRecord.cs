using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Configuration;

internal static class SchemaFromRecord
{
    public static PolicyConfigSchema Of(Type record, object defaults)
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        var required = ImmutableArray.CreateBuilder<string>();
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var schema = TypeOf(property.PropertyType, $"{record.Name}.{property.Name}");
            schema = WithLimits(schema, property);
            if (property.GetCustomAttribute<RequiredAttribute>() is not null)
            {
                required.Add(name);
            }
            else if (ToValue(property.GetValue(defaults)) is { } value)
            {
                schema = schema.Set("default", value);
            }

            properties.Add(KeyValuePair.Create(name, PropertyValue.Of(schema)));
        }

        return new PolicyConfigSchema(PropertyMap.Create(properties), required.ToImmutable()) { Record = record };
    }

    private static PropertyMap TypeOf(Type type, string where)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string))
        {
            return PropertyMap.Of(("type", "string"));
        }

        if (bare == typeof(bool))
        {
            return PropertyMap.Of(("type", "boolean"));
        }

        if (bare == typeof(int) || bare == typeof(long))
        {
            return PropertyMap.Of(("type", "integer"));
        }

        if (bare == typeof(double) || bare == typeof(decimal))
        {
            return PropertyMap.Of(("type", "number"));
        }

        if (bare.IsEnum)
        {
            return PropertyMap.Of(
                ("type", "string"),
                ("enum", PropertyValue.Of(Enum.GetNames(bare).Select(name => PropertyValue.Of(JsonNamingPolicy.CamelCase.ConvertName(name))))));
        }

        if (ItemType(bare) is { } item)
        {
            return PropertyMap.Of(("type", "array"), ("items", TypeOf(item, where)));
        }

        throw new PolicyPackException("FIN6001", $"{where} is a {bare.Name}; configuration can be text, true/false, a number, an enum, or a list of these");
    }

    private static Type? ItemType(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];

    private static PropertyMap WithLimits(PropertyMap schema, PropertyInfo property)
    {
        foreach (var attribute in property.GetCustomAttributes())
        {
            schema = attribute switch
            {
                RangeAttribute range => schema
                    .Set("minimum", Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture))
                    .Set("maximum", Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture)),
                MinLengthAttribute min => schema.Set(ItemType(property.PropertyType) is not null && property.PropertyType != typeof(string) ? "minItems" : "minLength", (double)min.Length),
                MaxLengthAttribute max => schema.Set(ItemType(property.PropertyType) is not null && property.PropertyType != typeof(string) ? "maxItems" : "maxLength", (double)max.Length),
                AllowedValuesAttribute allowed => schema.Set("enum", PropertyValue.Of(allowed.Values.Select(value => ToValue(value) ?? PropertyValue.Null))),
                RegularExpressionAttribute pattern => schema.Set("pattern", pattern.Pattern),
                DescriptionAttribute text => schema.Set("description", text.Description),
                _ => schema,
            };
        }

        return schema;
    }

    private static PropertyValue? ToValue(object? value) => value switch
    {
        null => null,
        string text => PropertyValue.Of(text),
        bool flag => PropertyValue.Of(flag),
        Enum name => PropertyValue.Of(JsonNamingPolicy.CamelCase.ConvertName(name.ToString())),
        IEnumerable items => PropertyValue.Of(items.Cast<object?>().Select(item => ToValue(item) ?? PropertyValue.Null).ToList()),
        _ => PropertyValue.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };
}
