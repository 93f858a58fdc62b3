using FinOps.LocalAws.Services.Athena;
using FinOps.LocalAws.Services.AutoScaling;
using FinOps.LocalAws.Services.Budgets;
using FinOps.LocalAws.Services.CloudTrail;
using FinOps.LocalAws.Services.CloudWatch;
using FinOps.LocalAws.Services.CloudFormation;
using FinOps.LocalAws.Services.ComputeOptimizer;
using FinOps.LocalAws.Services.Config;
using FinOps.LocalAws.Services.CostOptimizationHub;
using FinOps.LocalAws.Services.DataExports;
using FinOps.LocalAws.Services.Ec2;
using FinOps.LocalAws.Services.Events;
using FinOps.LocalAws.Services.Glue;
using FinOps.LocalAws.Services.Iam;
using FinOps.LocalAws.Services.Lambda;
using FinOps.LocalAws.Services.Logs;
using FinOps.LocalAws.Services.Organizations;
using FinOps.LocalAws.Services.Rds;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Services.ResourceExplorer;
using FinOps.LocalAws.Services.S3;
using FinOps.LocalAws.Services.Scheduler;
using FinOps.LocalAws.Services.Ses;
using FinOps.LocalAws.Services.Sns;
using FinOps.LocalAws.Services.Sqs;
using FinOps.LocalAws.Services.SsoAdmin;
using FinOps.LocalAws.Services.Ssm;
using FinOps.LocalAws.Services.Sts;
using FinOps.LocalAws.Services.Support;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Services.TrustedAdvisor;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Hosting;

/// <summary>The services of one endpoint, by the protocol they speak.</summary>
internal sealed partial class ServiceRegistry : IAsyncDisposable
{
    private readonly List<IJsonService> _json = [];
    private readonly List<IQueryService> _query = [];
    private readonly List<IRestService> _rest = [];

    public ServiceRegistry(LocalAwsEnvironment environment)
    {
        AddCostExplorer(environment);
        var advice = new AdviceCatalog(environment.Organization);
        _json.Add(new OrganizationsService(environment));
        _json.Add(new BudgetsService(environment));
        _json.Add(new ConfigService(environment));
        _json.Add(new EventsService(environment));
        _json.Add(new DataExportsService(environment));
        _json.Add(new GlueService(environment));
        _json.Add(new AthenaService(environment));
        _json.Add(new CostOptimizationHubService(environment, advice));
        _json.Add(new ComputeOptimizerService(environment, advice));
        _json.Add(new CloudTrailService(environment));
        _json.Add(new CloudWatchService(environment));
        _json.Add(new LogsService(environment));
        _json.Add(new SqsService(environment));
        _json.Add(new SsoAdminService(environment));
        _json.Add(new SsmService(environment));
        _json.Add(new SupportService(environment, advice));
        _json.Add(new TaggingService(environment));
        _query.Add(new AutoScalingService(environment));
        _query.Add(new CloudFormationService(environment));
        _query.Add(new Ec2Service(environment));
        _query.Add(new IamService(environment));
        var lambda = new LambdaService(environment);
        _query.Add(new RdsService(environment));
        _query.Add(new SnsService(environment, lambda.Events));
        _query.Add(new StsService(environment));
        _rest.Add(lambda);
        _rest.Add(new ResourceExplorerService(environment));
        _rest.Add(new SchedulerService(environment));
        _rest.Add(new SesService(environment));
        _rest.Add(new TrustedAdvisorService(environment, advice));
        S3 = new S3Service(environment);
    }

    public IReadOnlyList<IJsonService> Json => _json;

    public IReadOnlyList<IQueryService> Query => _query;

    public IReadOnlyList<IRestService> Rest => _rest;

    /// <summary>The one service that speaks rest-xml.</summary>
    public S3Service S3 { get; }

    /// <summary>Every signing name that is answered, sorted.</summary>
    public IEnumerable<string> SigningNames => Json.Select(service => service.SigningName)
        .Concat(Query.Select(service => service.SigningName))
        .Concat(Rest.Select(service => service.SigningName))
        .Append(S3.SigningName)
        .Order(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _json.Concat<object>(_query).Concat(_rest))
            if (service is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
    }

    /// <summary>
    /// Implemented in CostExplorer/ServiceRegistry.CostExplorer.cs: adds the Cost Explorer service with
    /// <c>_json.Add(...)</c> and sets <see cref="LocalAwsEnvironment.CostTotals"/>, which the budgets ask.
    /// </summary>
    partial void AddCostExplorer(LocalAwsEnvironment environment);
}
