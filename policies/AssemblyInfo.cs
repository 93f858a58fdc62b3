using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("FinOps.Policies.Tests")]
