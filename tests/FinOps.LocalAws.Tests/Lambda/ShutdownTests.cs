using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Lambda;

public sealed class ShutdownTests
{
    [SkippableTheory]
    [InlineData("return os.getpid()", "RequestResponse")]
    [InlineData("time.sleep(600)", "Event")]
    public async Task Dispose_WithIdleOrBusyFunction_EndsItsProcessAtOnce(string body, string type)
    {
        PythonFunction.SkipWithoutPython();
        var endpoint = new EndpointFixture();
        await endpoint.InitializeAsync();
        var pidFile = Path.Combine(endpoint.Directory, "pid");
        await PythonFunction.CreateAsync(endpoint, "stays", PythonFunction.Zip($"open({new JsonObject { ["f"] = pidFile }["f"]!.ToJsonString()}, 'w').write(str(os.getpid()))\n{body}"), new JsonObject { ["Timeout"] = 60 });
        using (await endpoint.Calls.SendAsync("lambda", HttpMethod.Post, "/2015-03-31/functions/stays/invocations", "{}", "application/json", ("X-Amz-Invocation-Type", type)))
            while (!File.Exists(pidFile) || new FileInfo(pidFile).Length == 0)
                await Task.Delay(20);
        var id = int.Parse(await File.ReadAllTextAsync(pidFile), CultureInfo.InvariantCulture);

        await endpoint.Server.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Directory.Delete(endpoint.Directory, recursive: true);
    }
}
