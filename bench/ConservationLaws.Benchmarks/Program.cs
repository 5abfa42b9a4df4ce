using BenchmarkDotNet.Running;
using ConservationLaws.Benchmarks;

// `run NAME [ARG …]` times one job for the side-by-side comparison; anything else goes to BenchmarkDotNet.
if (args is ["run", string name, .. string[] rest])
{
    return TimedJobs.Run(name, rest);
}

BenchmarkSwitcher.FromAssembly(typeof(TimedJobs).Assembly).Run(args);
return 0;
