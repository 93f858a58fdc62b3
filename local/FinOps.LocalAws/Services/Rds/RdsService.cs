using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Rds;

/// <summary>RDS, as far as the state of instances and clusters goes.</summary>
internal sealed class RdsService : QueryServiceBase
{
    public RdsService(LocalAwsEnvironment environment)
        : base("rds", "2014-10-31", "http://rds.amazonaws.com/doc/2014-10-31/")
    {
        var store = new DatabaseStore(environment);
        new DatabaseReads(store).Register(Add);
        new DatabaseSwitch(store).Register(Add);
    }
}
