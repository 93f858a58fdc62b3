using FinOps.Bench;

return args switch
{
    ["preview", .. var sizes] => await PreviewBench.RunAsync([.. (sizes.Length == 0 ? ["40", "1000"] : sizes).Select(int.Parse)]),
    ["preview-policy"] => await PreviewBench.WithAndWithoutPackAsync(1000),
    ["preview-policy", var accounts] => await PreviewBench.WithAndWithoutPackAsync(int.Parse(accounts)),
    ["policy"] => await PolicyPackBench.RunAsync(null),
    ["policy", var pack] => await PolicyPackBench.RunAsync(pack),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/FinOps.Bench -- BENCH

          preview [ACCOUNTS ...]   wall time and peak memory of `./finops preview`, by number of accounts (default 40 1000)
          preview-policy [ACCOUNTS]  what the policy pack with all rules on adds to a preview (default 1000 accounts)
          policy [PACK.dll]        the policy pack beside a Node.js pack with the same rule: first answer, calls a second, memory
        """);
    return 2;
}
