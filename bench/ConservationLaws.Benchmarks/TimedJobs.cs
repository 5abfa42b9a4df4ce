using System.Diagnostics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Certificates;
using ConservationLaws.Checker;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using Verdict = ConservationLaws.Proofs.Verdict;

namespace ConservationLaws.Benchmarks;

/// <summary>The jobs of the side-by-side comparison: each prints a line <c>NAME MICROSECONDS</c> for every piece of work.</summary>
/// <remarks>Kernels are run until the compiler has settled before their processor time is taken; whole proofs are timed cold, by the clock.</remarks>
internal static class TimedJobs
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(700);

    private static readonly TimeSpan s_sample = TimeSpan.FromMilliseconds(150);

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    internal static int Run(string name, string[] arguments)
    {
        switch (name)
        {
            case "rank":
                Rank(int.Parse(arguments[0]), int.Parse(arguments[1]));
                return 0;
            case "fateman":
                (Polynomial<Integer> f, Polynomial<Integer> g) = Problems.Fateman(int.Parse(arguments[0]));
                Time($"fateman-{arguments[0]}", () => Ring.Multiply(f, g));
                return 0;
            case "sparse":
                (Polynomial<Integer> left, Polynomial<Integer> right) = Problems.Sparse(int.Parse(arguments[0]));
                Time($"sparse-{arguments[0]}", () => Ring.Multiply(left, right));
                return 0;
            case "gcd":
                foreach ((string problem, Polynomial<Integer> a, Polynomial<Integer> b) in File.ReadLines(arguments[0]).Select(Problems.Gcd))
                {
                    Time($"gcd-{problem}", () => IntegerPolynomial.GreatestCommonDivisor(a, b));
                }

                return 0;
            case "nullspace":
                SparseMatrix<Integer> system = Problems.System(arguments[0]);
                Time("nullspace", () => RationalNullspace.Compute(system));
                return 0;
            case "networks":
                Networks(arguments[0], int.Parse(arguments[1]));
                return 0;
            case "certificates":
                Certificates(arguments[0]);
                return 0;
            default:
                Console.Error.WriteLine($"no job {name}; there are rank N THREADS, fateman N, sparse N, gcd FILE, nullspace FILE, networks FILE THREADS, certificates FILE");
                return 2;
        }
    }

    private static void Rank(int size, int threads)
    {
        uint[] entries = Problems.DeficientMatrix(size);
        var field = new PrimeField(Problems.Prime);
        int rank = 0;
        // The matrix is destroyed; copying it is a share of 1/size of the work.
        Time(
            $"rank-{size}-{threads}",
            () => rank = ModularRank.Compute(field, size, size, (uint[])entries.Clone(), threads, CancellationToken.None),
            elapsed: threads > 1);
        if (rank != size - 5)
        {
            throw new InvalidOperationException($"rank {rank} instead of {size - 5}");
        }
    }

    // All networks of a file, proved in this one process.
    private static void Networks(string file, int threads)
    {
        string[][] rows = [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))];
        long start = Stopwatch.GetTimestamp();
        long[] each = new long[rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, place =>
        {
            long begin = Stopwatch.GetTimestamp();
            Theorem theorem = Prover.Prove(Model.Parse(rows[place][1]), new ProofOptions { Threads = 1 });
            if (theorem.Verdict != Verdict.Proved || theorem.Count != int.Parse(rows[place][4]))
            {
                throw new InvalidOperationException($"{rows[place][0]}: {theorem.Verdict} {theorem.Count}");
            }

            each[place] = Microseconds(Stopwatch.GetElapsedTime(begin));
        });
        Print($"networks-{threads}", Microseconds(Stopwatch.GetElapsedTime(start)));
        Print("slowest-network", each.Max());
    }

    // Proof and check of each network of a file in CPU time, which other processes disturb least, least of some interleaved rounds; the first round
    // warms up. `slower-checks` counts the networks whose check takes longer than their proof.
    private static void Certificates(string file)
    {
        const int Rounds = 8;
        string[][] rows = [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))];
        long[] proofs = [.. rows.Select(_ => long.MaxValue)];
        long[] checks = [.. rows.Select(_ => long.MaxValue)];
        for (int round = 0; round <= Rounds; round++)
        {
            for (int place = 0; place < rows.Length; place++)
            {
                TimeSpan begin = Environment.CpuUsage.TotalTime;
                Theorem theorem = Prover.Prove(Model.Parse(rows[place][1]), new ProofOptions { Threads = 1 });
                long proof = Microseconds(Environment.CpuUsage.TotalTime - begin);
                using var certificate = new MemoryStream();
                CertificateFile.Write(theorem, certificate);
                begin = Environment.CpuUsage.TotalTime;
                Checker.Verdict verdict = CertificateChecker.Check(certificate.ToArray());
                long check = Microseconds(Environment.CpuUsage.TotalTime - begin);
                if (!verdict.Accepted)
                {
                    throw new InvalidOperationException($"{rows[place][0]}: {verdict.Line}");
                }

                (proofs[place], checks[place]) = round == 0 ? (proofs[place], checks[place]) : (Math.Min(proofs[place], proof), Math.Min(checks[place], check));
            }
        }

        Print("proofs-of-networks", proofs.Sum());
        Print("checks-of-networks", checks.Sum());
        int[] slower = [.. Enumerable.Range(0, rows.Length).Where(place => checks[place] >= proofs[place])];
        Print("slower-checks", slower.Length);
        foreach (int place in slower)
        {
            Console.WriteLine($"# {rows[place][0]} {rows[place][1]}: proof {proofs[place]} µs, check {checks[place]} µs");
        }
    }

    // The processor time of the process, as the other systems measure theirs, or the time elapsed where two threads share the work.
    private static void Time(string name, Action work, bool elapsed = false)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        int warmUps = 0;
        do
        {
            work();
            warmUps++;
        }
        while (Environment.CpuUsage.TotalTime - start < s_warmUp);

        TimeSpan once = (Environment.CpuUsage.TotalTime - start) / warmUps;
        int repetitions = (int)Math.Max(1, s_sample.Ticks / Math.Max(1, once.Ticks));
        long begin = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            work();
        }

        Print(name, Microseconds(elapsed ? Stopwatch.GetElapsedTime(begin) : Environment.CpuUsage.TotalTime - processor) / repetitions);
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static void Print(string name, long microseconds) => Console.WriteLine($"{name} {microseconds}");
}
