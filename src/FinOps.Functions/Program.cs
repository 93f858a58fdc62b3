using FinOps.Functions.Lambda;

return await FunctionHost.RunAsync(Environment.GetEnvironmentVariable, Console.Error);
