using FinOps.Core.Problems;
using FinOps.Policies;
using Pulumi.Policy.Hosting;

PackFiles files;
try
{
    files = PackFiles.Locate(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
}
catch (ProblemException mistakes)
{
    // Without a standard nothing can be judged, and nothing judged must not look like nothing wrong.
    Console.Error.WriteLine($"The policy pack does not start: its tag standard, waivers and baseline have {mistakes.Problems.Count} mistake(s).");
    Console.Error.WriteLine(mistakes.Message);
    return 1;
}

return await PolicyPackHost.RunAsync(args, () => FinOpsPack.Build(files, TimeProvider.System));
