using Pulumi.Policy.Hosting;

namespace Pulumi.Policy.Tests;

/// <summary>The pack that the process tests start. It writes to the console from a policy, which must not reach the engine's stdout.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => PolicyPackHost.RunAsync(
        args,
        _ => new PolicyPack
        {
            Name = "process-pack", Version = "1.0.0",
            Policies =
            [
                new ResourceValidationPolicy
                {
                    Name = "talks", Description = "Talks to the console",
                    ValidateResource = args =>
                    {
                        Console.WriteLine("from a policy");
                        args.Report("seen");
                    },
                },
            ],
        },
        new PolicyPackHostOptions { IdleGrace = TimeSpan.FromMilliseconds(300), ParentCheck = TimeSpan.FromMilliseconds(50) });
}
