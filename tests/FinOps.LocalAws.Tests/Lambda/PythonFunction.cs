using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Lambda;

/// <summary>Functions whose bootstrap is a python script that speaks the Runtime API itself.</summary>
internal static class PythonFunction
{
    private const string Loop = """
        #!/usr/bin/env python3
        import json, os, sys, time, urllib.request
        api = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/"
        def post(path, value):
            urllib.request.urlopen(urllib.request.Request(api + path, data=json.dumps(value).encode(), method="POST")).read()
        print("starting")
        calls = 0
        while True:
            with urllib.request.urlopen(api + "invocation/next") as next:
                id = next.headers["Lambda-Runtime-Aws-Request-Id"]
                event = json.load(next)
            calls += 1
            print("event", json.dumps(event), flush=True)
            try:
                result = handle(event, calls)
                post("invocation/" + id + "/response", result)
            except Exception as error:
                post("invocation/" + id + "/error", {"errorMessage": str(error), "errorType": type(error).__name__})
        """;

    public static void SkipWithoutPython() =>
        Skip.IfNot((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3"))), "python3 is not installed");

    /// <summary>The zip of a bootstrap whose <c>handle(event, calls)</c> is the given body.</summary>
    public static byte[] Zip(string handleBody) => Pack("bootstrap",
        Loop.Replace("print(\"starting\")", $"def handle(event, calls):\n{string.Join('\n', handleBody.Split('\n').Select(line => "    " + line))}\nprint(\"starting\")", StringComparison.Ordinal));

    public static byte[] Pack(string name, string content, int mode = 0b111_101_101)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            var entry = archive.CreateEntry(name);
            entry.ExternalAttributes = (0x8000 | mode) << 16;
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
        return buffer.ToArray();
    }

    /// <summary>Creates the role and the function.</summary>
    public static async Task CreateAsync(EndpointFixture endpoint, string name, byte[] zip, JsonObject? more = null)
    {
        await CreateRoleAsync(endpoint, $"{name}-role");
        var input = more ?? [];
        input["FunctionName"] = name;
        input["Runtime"] = "provided.al2023";
        input["Handler"] = "bootstrap";
        input["Role"] = $"arn:aws:iam::{endpoint.Account}:role/{name}-role";
        input["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(zip) };
        await endpoint.Calls.RestAsync("lambda", HttpMethod.Post, "/2015-03-31/functions", input);
    }

    public static Task CreateRoleAsync(EndpointFixture endpoint, string role, string principal = "lambda.amazonaws.com") =>
        endpoint.Calls.QueryAsync("iam", "2010-05-08", "CreateRole", ("RoleName", role), ("AssumeRolePolicyDocument",
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{principal}}"},"Action":"sts:AssumeRole"}]}"""));
}
