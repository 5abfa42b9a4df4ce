namespace ConservationLaws.Cli.Tests.House;

/// <summary>The files of the repository that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Produced = ["bin", "obj", ".git", "node_modules", "TestResults", "artifacts", ".vs", ".idea", "StrykerOutput"];

    internal static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a file or folder.</summary>
    internal static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The files that are written by people or committed, relative to the root, with <c>/</c>.</summary>
    internal static IEnumerable<string> Files(string folder = "") =>
        Walk(new DirectoryInfo(PathOf(folder))).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));

    /// <summary>The folders of a project that hold source files of their own, generated ones apart.</summary>
    internal static IEnumerable<string> Rooms(string project) => Files(project)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
        .Select(file => file[(project.Length + 1)..].Split('/'))
        .Where(parts => parts.Length > 1)
        .Select(parts => parts[0])
        .Distinct();

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(inner => !Produced.Contains(inner.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConservationLaws.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
