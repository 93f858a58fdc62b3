using FinOps.LocalEngine.Monitor;
using FinOps.LocalEngine.Policies;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Programs;
using FinOps.LocalEngine.Providers;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Deployments;

/// <summary>One deployment from the first process to the last: packs, servers, program, deletions, stack policies.</summary>
internal sealed class DeploymentSession(DeploymentRun run, IReadOnlyList<IProviderFactory> factories, EngineHosts hosts, string stateDirectory, ResultFacts facts)
{
    /// <summary>The words by which Pulumi ends such runs.</summary>
    private const string PolicyFailure = "BAIL: step generator errored";

    public async Task<DeploymentEnd> RunAsync()
    {
        await using var providers = new ProviderRegistry(run, factories);
        var steps = new StepExecutor(run);
        await new PendingOperations(run, providers, steps).ResumeAsync();
        return run.Request.Operation switch
        {
            DeploymentOperation.Destroy => await DestroyAsync(new ResourceDeleter(run, providers, steps)),
            DeploymentOperation.Refresh => await RefreshAsync(new ResourceRefresher(run, providers, steps)),
            _ => await DeployAsync(providers, steps),
        };
    }

    private async Task<DeploymentEnd> DestroyAsync(ResourceDeleter deleter)
    {
        var entries = run.Store.State.Entries().ToList();
        if (run.Request.KeepProtected)
        {
            var kept = ProtectedResources.Among(entries);
            facts.Protected = [.. entries
                .Where(entry => entry.Value.Custom && ProtectedResources.IsProtected(entry.Value))
                .Select(entry => new KeptResource(entry.Value.Urn, entry.Value.Type, entry.Value.Id, KeptReason.Protected))];
            entries.RemoveAll(entry => kept.Contains(entry.Key));
        }

        await deleter.DeleteAsync(entries);
        return End();
    }

    private async Task<DeploymentEnd> RefreshAsync(ResourceRefresher refresher)
    {
        await refresher.RefreshAsync();
        return End();
    }

    private async Task<DeploymentEnd> DeployAsync(ProviderRegistry providers, StepExecutor steps)
    {
        var registrar = new ResourceRegistrar(run, providers, steps);
        var monitor = new MonitorService(run, registrar, providers, new BuiltInFunctions(run, registrar, stateDirectory));
        await using var engineServer = await RpcServer.StartAsync(new EngineService(run.Recorder).Register, run.Cancelled);
        await using var monitorServer = await RpcServer.StartAsync(monitor.Register, run.Cancelled);
        var host = hosts.Program(run.Project.Runtime.Name);
        var program = new ProgramStart(
            run.Project, run.Config, run.Request.Organization, run.Request.StackName, run.Preview, run.Request.Parallel, run.Request.Environment,
            line => run.Recorder.Line(line, run.StackUrn));
        var packs = new List<PolicyPack>();
        try
        {
            var loader = new PolicyPackLoader(run.PackRun, hosts);
            await BuildAsync(host, program, loader);
            // Side by side, for both take their time to start; the program's registrations wait for the packs.
            var starting = StartPacksAsync(loader, engineServer.Address, packs);
            int? code;
            try
            {
                code = await RunProgramAsync(host, program, new EngineAddresses(monitorServer.Address, engineServer.Address));
            }
            finally
            {
                await starting;
            }

            return await FinishAsync(code, registrar, new ResourceDeleter(run, providers, steps));
        }
        catch (PolicyConfigException e)
        {
            return new DeploymentEnd(DeploymentOutcome.PolicyFailed, e.Message);
        }
        finally
        {
            facts.Outputs = registrar.Find(run.StackUrn)?.Outputs ?? PropertyMap.Empty;
            foreach (var pack in packs)
            {
                await pack.DisposeAsync();
            }
        }
    }

    private async Task BuildAsync(IProgramHost host, ProgramStart program, PolicyPackLoader loader)
    {
        // One after the other: program and packs may share projects, and two builds of one project disturb each other.
        var start = run.Time.GetTimestamp();
        if (host.NeedsBuild(program))
        {
            run.Recorder.BuildStarted(run.Project.Name);
            await host.BuildAsync(program, run.Cancelled);
            run.Recorder.BuildFinished(run.Project.Name, run.Time.GetElapsedTime(start));
        }

        await loader.BuildAsync();
        facts.Build = run.Time.GetElapsedTime(start);
    }

    private async Task StartPacksAsync(PolicyPackLoader loader, string engineAddress, List<PolicyPack> packs)
    {
        try
        {
            await loader.StartAsync(engineAddress, packs);
            facts.PolicyPacks = [.. packs.Select(pack => pack.Label)];
            facts.Rules = [.. packs.SelectMany(pack => pack.Rules)];
            run.Open(new PolicyGate([.. packs], run.Recorder, run.StackUrn));
        }
        catch
        {
            run.Fail("a policy pack cannot be used");
            throw;
        }
    }

    private async Task<int?> RunProgramAsync(IProgramHost host, ProgramStart program, EngineAddresses addresses)
    {
        try
        {
            return await host.RunAsync(program, addresses, run.ProgramStopped);
        }
        catch (OperationCanceledException) when (run.ProgramStopped.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            // What was under way when the program ended is finished and recorded.
            await run.WaitIdleAsync();
        }
    }

    private async Task<DeploymentEnd> FinishAsync(int? code, ResourceRegistrar registrar, ResourceDeleter deleter)
    {
        run.Cancelled.ThrowIfCancellationRequested();
        // 32: the program has said itself what went wrong.
        if (run.Failure is null && code is not 0)
        {
            if (code is not 32 || !run.Recorder.HasErrors)
            {
                run.Recorder.Problems(new EngineException(
                    ErrorIds.ProgramFailed, run.Project.File, "", $"a program that ended with exit code {code}", "exit code 0",
                    "Its output above says why. What it had registered before is kept; nothing was deleted."));
            }

            run.Fail("the program failed");
        }

        // A preview shows all that is wrong with resources at once, stack policies included.
        if (run.Failure is null && (run.Preview || !run.Recorder.HasErrors))
        {
            await DeleteUnseenAsync(registrar, deleter);
            var resources = registrar.Finished.Select(item => (item.Subject, item.State!)).ToList();
            if (run.Failure is null)
            {
                await (await run.Gate).AnalyzeStackAsync(resources, run.Cancelled);
            }
        }

        return End();
    }

    private async Task DeleteUnseenAsync(ResourceRegistrar registrar, ResourceDeleter deleter)
    {
        var seen = registrar.Finished.Select(item => item.Key).OfType<long>().ToHashSet();
        // A preview leaves the state alone, so the old halves of replacements are not marked there.
        var replaced = registrar.Finished.Select(item => item.Replaced).OfType<long>().ToHashSet();
        try
        {
            await deleter.DeleteAsync(run.Store.State.Entries()
                .Where(entry => !seen.Contains(entry.Key))
                .Select(entry => replaced.Contains(entry.Key) ? KeyValuePair.Create(entry.Key, entry.Value with { Delete = true }) : entry)
                .ToList());
        }
        catch (EngineException e)
        {
            run.Fail(e);
        }
    }

    private DeploymentEnd End()
    {
        run.Cancelled.ThrowIfCancellationRequested();
        if (run.Recorder.HasErrors)
        {
            var first = run.Recorder.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            return new DeploymentEnd(DeploymentOutcome.Failed, run.Failure is { } why && why.StartsWith("BAIL", StringComparison.Ordinal) ? why : first.Message);
        }

        return run.Recorder.HasMandatoryViolations
            ? new DeploymentEnd(DeploymentOutcome.PolicyFailed, run.Failure ?? PolicyFailure)
            : run.Failure is { } failure ? new DeploymentEnd(DeploymentOutcome.Failed, failure) : new DeploymentEnd(DeploymentOutcome.Succeeded, null);
    }
}
