using FinOps.Cli;

return await FinOpsCommand.RunAsync(args);
