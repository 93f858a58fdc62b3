using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Programs;

namespace FinOps.LocalEngine.Policies;

/// <summary>Builds, starts and configures the packs of one run. A pack that cannot be used stops it.</summary>
internal sealed class PolicyPackLoader
{
    private readonly PackRun _run;
    private readonly List<(PolicyPackProject Project, IPolicyPackHost Host, string? ConfigFile)> _packs;

    /// <exception cref="Problems.EngineException">FIN3043.</exception>
    public PolicyPackLoader(PackRun run, EngineHosts hosts)
    {
        _run = run;
        _packs = run.Packs.Select(pack =>
        {
            var project = PolicyPackProject.Read(pack.Directory);
            return (project, hosts.Pack(project.Runtime.Name), pack.ConfigFile);
        }).ToList();
    }

    public async Task BuildAsync()
    {
        foreach (var (project, host, _) in _packs.Where(pack => pack.Host.NeedsBuild(pack.Project)))
        {
            var start = _run.Time.GetTimestamp();
            _run.Recorder.BuildStarted(project.Directory);
            await host.BuildAsync(project, _run.Cancelled);
            _run.Recorder.BuildFinished(project.Directory, _run.Time.GetElapsedTime(start));
        }
    }

    /// <param name="started">Takes each pack that runs, so that the caller ends it whatever happens to the others.</param>
    /// <exception cref="PolicyConfigException">A config does not fit; every mistake is a diagnostic.</exception>
    public async Task StartAsync(string engineAddress, List<PolicyPack> started)
    {
        foreach (var (project, host, configFile) in _packs)
        {
            var start = new PolicyPackStart(project, engineAddress, _run, line => _run.Recorder.Line(line, project.Directory));
            var process = await host.StartAsync(start, _run.Cancelled);
            try
            {
                started.Add(await PolicyPack.ConnectAsync(process, start, configFile));
            }
            catch (PolicyConfigException e)
            {
                foreach (var mistake in e.Mistakes)
                {
                    _run.Recorder.Diagnostic(new DeploymentDiagnostic(DiagnosticSeverity.Error, mistake, "", e.ToProblem(mistake, configFile)));
                }

                throw;
            }
        }
    }
}
