using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Pulumi.Policy.Tests")]
