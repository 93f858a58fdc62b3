using FinOps.Bench;

return args switch
{
    ["preview", .. var sizes] => await PreviewBench.RunAsync([.. (sizes.Length == 0 ? ["40", "1000"] : sizes).Select(int.Parse)]),
    ["preview-growth", .. var sizes] => await PreviewBench.GrowthAsync([.. (sizes.Length == 0 ? ["100", "1000", "5000"] : sizes).Select(int.Parse)]),
    ["preview-policy"] => await PreviewBench.WithAndWithoutPackAsync(1000),
    ["preview-policy", var accounts] => await PreviewBench.WithAndWithoutPackAsync(int.Parse(accounts)),
    ["lambda"] => await LambdaBench.RunAsync(),
    ["scan"] => await ScanBench.RunAsync(500, 12, 32),
    ["scan", var accounts, var perAccount, var concurrency] => await ScanBench.RunAsync(int.Parse(accounts), int.Parse(perAccount), int.Parse(concurrency)),
    ["scan-server", var accounts, var perAccount] => await ScanBench.ServeAsync(int.Parse(accounts), int.Parse(perAccount)),
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
          scan [ACCOUNTS FREE CONCURRENCY]  the scan of resources beside calls x latency / concurrency, and its peak memory; FREE resources an account
                                   beside those of its bill (default 500 12 32)
          policy [PACK.dll]        the policy pack beside a Node.js pack with the same rule: first answer, calls a second, memory
        """);
    return 2;
}
