using FinOps.Core.Problems;
using FinOps.Core.Waivers;
using FinOps.Policies;
using FinOps.Policies.Tagging;
using FinOps.Policies.Waivers;
using Pulumi.Policy.Hosting;

StandardSource standard;
WaiverList waivers;
try
{
    standard = StandardSource.Locate(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
    waivers = WaiverSource.Locate(standard.Default.Source, RuleCatalogue.Create(standard));
}
catch (ProblemException mistakes)
{
    // Without a standard nothing can be judged, and nothing judged must not look like nothing wrong.
    Console.Error.WriteLine($"The policy pack does not start: the tag standard or its waivers have {mistakes.Problems.Count} mistake(s).");
    Console.Error.WriteLine(mistakes.Message);
    return 1;
}

return await PolicyPackHost.RunAsync(args, () => FinOpsPack.Build(standard, waivers, TimeProvider.System));
