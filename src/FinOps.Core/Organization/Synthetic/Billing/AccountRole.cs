namespace FinOps.Core.Organization.Synthetic.Billing;

[Flags]
internal enum AccountRole
{
    Management = 1,
    Foundation = 2,
    Production = 4,
    NonProduction = 8,
    Sandbox = 16,
    Workload = Production | NonProduction | Sandbox,
    Everywhere = Management | Foundation | Workload,
}
