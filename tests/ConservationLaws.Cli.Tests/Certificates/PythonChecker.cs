using System.Diagnostics;
using ConservationLaws.Cli.Tests.House;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>The checker in Python, run once on many certificates.</summary>
internal static class PythonChecker
{
    /// <summary>Its line for each certificate: <c>accepted: …</c> or <c>refused: …</c>.</summary>
    internal static string[] Check(IReadOnlyList<byte[]> certificates)
    {
        string folder = Directory.CreateTempSubdirectory("certificates-").FullName;
        try
        {
            var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
            start.ArgumentList.Add(Repository.PathOf("checkers/claws_check.py"));
            for (int place = 0; place < certificates.Count; place++)
            {
                File.WriteAllBytes(Path.Combine(folder, $"{place}"), certificates[place]);
                start.ArgumentList.Add($"{place}");
            }

            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            Assert.Equal("", errors.Result);
            Assert.Equal(certificates.Count, lines.Length);
            return certificates.Count == 1 ? lines : [.. lines.Select((line, place) => WithoutName(line, place))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string WithoutName(string line, int place)
    {
        string name = $"{place}: ";
        Assert.StartsWith(name, line, StringComparison.Ordinal);
        return line[name.Length..];
    }
}
