namespace Pulumi;

/// <summary>The running deployment, as programs and generated code see it.</summary>
public sealed class DeploymentInstance
{
    private readonly DeploymentContext _context;

    internal DeploymentInstance(DeploymentContext context) => _context = context;

    public string StackName => _context.StackName;

    public string ProjectName => _context.ProjectName;

    public string OrganizationName => _context.Settings.Organization;

    /// <summary>Absolute folder of Pulumi.yaml.</summary>
    public string RootDirectory => _context.Settings.RootDirectory;

    /// <summary>True in a preview.</summary>
    public bool IsDryRun => _context.IsDryRun;

    /// <exception cref="RunException">The provider refused the arguments.</exception>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await _context.Invoker.InvokeAsync<T>(token, args, options, single: false)).Value;

    /// <inheritdoc cref="InvokeAsync{T}"/>
    public async Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        await _context.Invoker.InvokeAsync<object?>(token, args, options, single: false);

    /// <summary>For functions whose answer is an object with one member: the value of that member.</summary>
    /// <exception cref="RunException">The provider refused the arguments.</exception>
    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await _context.Invoker.InvokeAsync<T>(token, args, options, single: true)).Value;

    /// <summary>The answer depends on what its arguments depend on, and is unknown while any of them is.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_context.Invoker.InvokeAsync<T>(token, args, options, single: false));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new(_context.Invoker.InvokeAsync<T>(token, args, options, single: false));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(_context.Invoker.InvokeAsync<T>(token, args, options, single: true));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new(_context.Invoker.InvokeAsync<T>(token, args, options, single: true));
}
