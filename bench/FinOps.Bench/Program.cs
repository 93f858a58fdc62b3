using FinOps.Bench;

return args switch
{
    ["preview", .. var sizes] => await PreviewBench.RunAsync([.. (sizes.Length == 0 ? ["40", "1000"] : sizes).Select(int.Parse)]),
    ["preview-growth", .. var sizes] => await PreviewBench.GrowthAsync([.. (sizes.Length == 0 ? ["100", "1000", "5000"] : sizes).Select(int.Parse)]),
    ["preview-policy"] => await PreviewBench.WithAndWithoutPackAsync(1000),
    ["preview-policy", var accounts] => await PreviewBench.WithAndWithoutPackAsync(int.Parse(accounts)),
    ["lambda"] => await LambdaBench.RunAsync(),
    ["policy"] => await PolicyPackBench.RunAsync(null),
    ["policy", var pack] => await PolicyPackBench.RunAsync(pack),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/FinOps.Bench -- BENCH

          preview [ACCOUNTS ...]   wall time and peak memory of `./finops preview`, by number of accounts (default 40 1000)
          preview-growth [ACCOUNTS ...]  the same with three budgets for each account, and whether one account more costs the same at every size (default 100 1000 5000)
          preview-policy [ACCOUNTS]  what the policy pack with all rules on adds to a preview (default 1000 accounts: fifteen previews, which takes minutes)
          lambda                   the cost analyzer beside its counterpart in Node.js: init, first and warm answers, memory, package
          policy [PACK.dll]        the policy pack beside a Node.js pack with the same rule: first answer, calls a second, memory
        """);
    return 2;
}
