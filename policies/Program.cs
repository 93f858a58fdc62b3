using FinOps.Core.Problems;
using FinOps.Policies;
using FinOps.Policies.Tagging;
using Pulumi.Policy.Hosting;

StandardSource standard;
try
{
    standard = StandardSource.Locate(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
}
catch (ProblemException mistakes)
{
    // Without a standard nothing can be judged, and nothing judged must not look like nothing wrong.
    Console.Error.WriteLine($"The policy pack does not start: the tag standard has {mistakes.Problems.Count} mistake(s).");
    Console.Error.WriteLine(mistakes.Message);
    return 1;
}

return await PolicyPackHost.RunAsync(args, () => FinOpsPack.Build(standard));
