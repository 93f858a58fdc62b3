using Pulumi;
using Pulumi.Aws.CostOptimizationHub;
using Pulumi.Aws.Organizations;
using ComputeOptimizer = Pulumi.Aws.ComputeOptimizer;

namespace FinOps.Infra.Optimization;

/// <summary>The enrollment in Cost Optimization Hub, for what must come after it.</summary>
public sealed record HubMembership(EnrollmentStatus Enrollment);

/// <summary>
/// Trusted access, then enrollment, then preferences and delegated administrators. Each principal is a resource of its own: the organization
/// resource has a list of all of them, and an organization that exists already would lose those that the list does not name.
/// What holds for the whole organization is kept when the stack goes, as others may rely on it: only the delegations are withdrawn.
/// </summary>
public sealed class OptimizationEnrollment : ComponentResource
{
    public OptimizationEnrollment(string name, OptimizationPlan plan, ComponentResourceOptions? options = null)
        : base("finops:optimization:OptimizationEnrollment", name, options)
    {
        var access = plan.TrustedPrincipals.ToDictionary(
            principal => principal,
            principal => new AwsServiceAccess(principal, new AwsServiceAccessArgs { ServicePrincipal = principal }, Kept()));
        var enrollments = new Dictionary<TrustedService, Pulumi.Resource>();
        if (plan.Settings.CostOptimizationHub is { Enabled: true } hub)
        {
            var enrollment = new EnrollmentStatus("hub", new EnrollmentStatusArgs { IncludeMemberAccounts = hub.IncludeMemberAccounts }, Kept(access.GetValueOrDefault(TrustedService.CostOptimizationHub.Principal)));
            Hub = new HubMembership(enrollment);
            enrollments[TrustedService.CostOptimizationHub] = enrollment;
            // AWS has no preferences for an account that is not enrolled.
            _ = new Preferences("hub", new PreferencesArgs
            {
                SavingsEstimationMode = hub.SavingsEstimationMode,
                MemberAccountDiscountVisibility = hub.MemberAccountDiscountVisibility,
            }, Kept(enrollment));
        }

        if (plan.Settings.ComputeOptimizer is { Enabled: true } optimizer)
        {
            enrollments[TrustedService.ComputeOptimizer] = new ComputeOptimizer.EnrollmentStatus(
                "compute-optimizer",
                new ComputeOptimizer.EnrollmentStatusArgs { Status = "Active", IncludeMemberAccounts = optimizer.IncludeMemberAccounts },
                Kept(access.GetValueOrDefault(TrustedService.ComputeOptimizer.Principal)));
        }

        foreach (var delegation in plan.Delegations)
        {
            var needs = After(access[delegation.Service.Principal], enrollments.GetValueOrDefault(delegation.Service));
            _ = new DelegatedAdministrator(delegation.Service.Word, new DelegatedAdministratorArgs
            {
                AccountId = delegation.AccountId,
                ServicePrincipal = delegation.Service.Principal,
            }, needs);
        }

        RegisterOutputs();
    }

    /// <summary>Null when Cost Optimization Hub is turned off.</summary>
    public HubMembership? Hub { get; }

    private CustomResourceOptions Kept(params Pulumi.Resource?[] needs)
    {
        var options = After(needs);
        options.RetainOnDelete = true;
        return options;
    }

    private CustomResourceOptions After(params Pulumi.Resource?[] needs)
    {
        var options = new CustomResourceOptions { Parent = this };
        options.DependsOn.AddRange(needs.OfType<Pulumi.Resource>().ToList());
        return options;
    }
}
