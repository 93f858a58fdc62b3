using System.Text.Json.Nodes;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>The life of a drift: none after the deployment, seen after an edit past the program, gone after the next deployment.</summary>
internal static class Drift
{
    /// <param name="edit">What somebody does through the API; gets the resource's id.</param>
    /// <param name="drift">All that a refresh must show then.</param>
    public static async Task ExpectAsync(this ProviderDriver resource, string inputs, Func<string, Task> edit, params string[] drift)
    {
        (string, PropertyValue)[] declared = [.. PropertyJson.Masked.Read(Json(inputs)).Select(input => (input.Key, input.Value))];
        await resource.CreateAsync(declared);
        Assert.Empty(await resource.RefreshAsync());

        await edit(resource.Id);

        Assert.Equal(drift, await resource.RefreshAsync());
        var diff = await resource.DiffAsync(declared);
        Assert.NotEmpty(diff.Changed);
        if (diff.Replaces.Length > 0)
        {
            await resource.DeleteAsync();
            await resource.CreateAsync(declared);
        }
        else
        {
            await resource.UpdateAsync(declared);
        }
        Assert.Empty(await resource.RefreshAsync());
    }

    public static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;
}
