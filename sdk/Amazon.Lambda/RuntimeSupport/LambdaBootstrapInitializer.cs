namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the first event; false ends the process without asking for events.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
